package io.agentportal.conversations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When a conversation counts as over.
///
/// @param closeAfter the last message
/// @param checkEvery how often idle conversations are looked for
@Validated
@ConfigurationProperties("portal.conversations.idle")
record IdleProperties(
    @DefaultValue("72h") Duration closeAfter, @DefaultValue("1m") Duration checkEvery) {}
