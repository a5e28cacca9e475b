package io.agentportal.credentials;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the vault.
///
/// @param overlap how long a replaced secret still verifies incoming calls
/// @param cache how old the answers of the hot path may be; other nodes see a change this late
@ConfigurationProperties("portal.credentials")
record VaultProperties(@DefaultValue("24h") Duration overlap, @DefaultValue("5s") Duration cache) {}
