package io.agentportal.bridge.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long things are kept that only people look at.
///
/// @param notices what Meta told about account, number and templates
/// @param dead deliveries given up on; until then they can be tried again
@Validated
@ConfigurationProperties("portal.bridge.retention")
record RetentionProperties(
    @DefaultValue("365d") Duration notices, @DefaultValue("90d") Duration dead) {}
