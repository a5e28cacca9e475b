package io.agentportal.genesys;

import io.agentportal.platform.crypto.SecretText;

/// A machine client of one Genesys organisation (grant: client credentials).
///
/// @param region one of the configured regions, `us-east-1`
public record GenesysAccess(String region, String clientId, SecretText clientSecret) {}
