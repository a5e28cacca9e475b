package io.agentportal.bridge.courtesy;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Signs to customers.
///
/// @param typing whether customers see that an agent types
/// @param readMarks whether customers see that an agent has read their message
/// @param typingEvery not more often than this to one customer; WhatsApp shows it for 25 seconds
/// @param concurrency calls at a time; what exceeds it is dropped
@Validated
@ConfigurationProperties("portal.bridge.courtesy")
record CourtesyProperties(
    @DefaultValue("true") boolean typing,
    @DefaultValue("true") boolean readMarks,
    @DefaultValue("20s") Duration typingEvery,
    @DefaultValue("16") @Min(1) int concurrency) {}
