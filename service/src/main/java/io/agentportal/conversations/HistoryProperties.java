package io.agentportal.conversations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The delivery history of messages.
///
/// @param keep how long, from the making of the message
@Validated
@ConfigurationProperties("portal.conversations.history")
record HistoryProperties(@DefaultValue("90d") Duration keep) {}
