package io.agentsandbox.world;

/// A client registered at Genesys Cloud. The secret is a published sandbox value.
public record OAuthClient(String id, String secret) {}
