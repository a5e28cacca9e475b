package io.agentportal.platform.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How open consoles are kept up to date.
///
/// @param interval the least time between two updates of one tenant
/// @param heartbeat how often an idle stream shows that it lives, and asks whether its session does
/// @param reconnectAfter what browsers are told to wait before they come back
/// @param maxStreams on one node; more are refused
@Validated
@ConfigurationProperties("portal.live")
record LiveProperties(
    @DefaultValue("200ms") Duration interval,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("2s") Duration reconnectAfter,
    @DefaultValue("5000") @Min(1) int maxStreams) {}
