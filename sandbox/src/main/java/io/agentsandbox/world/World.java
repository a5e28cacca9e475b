package io.agentsandbox.world;

/// One simulated organisation: its side at Genesys Cloud and its side at Meta.
///
/// @param key its short name in the control API
public record World(
    String key,
    String organizationId,
    String organizationName,
    SandboxUser admin,
    SandboxUser viewer,
    OAuthClient machineClient,
    MetaAccount meta) {}
