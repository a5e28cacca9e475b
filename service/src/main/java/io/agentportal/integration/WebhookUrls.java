package io.agentportal.integration;

/// Where the partners call this deployment for one tenant; absolute addresses.
public record WebhookUrls(String meta, String genesys, String tenantId) {}
