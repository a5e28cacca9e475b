package io.agentportal.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the login.
///
/// @param extraOrigins from where the console may be used besides the public URL:
///   `https://portal.example`
/// @param patience how long people may take at Genesys
/// @param attemptsPerMinute calls of one address that start or finish a login
@ConfigurationProperties("portal.login")
record LoginProperties(
    @DefaultValue List<URI> extraOrigins,
    @DefaultValue("10m") Duration patience,
    @DefaultValue("60") int attemptsPerMinute) {}
