package io.agentportal.media;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How files are kept.
///
/// @param retention how long a file is kept after it came
/// @param linkLife how long a link for Genesys works; it fetches at once, or after its own retries
/// @param consoleLinkLife how long a link in a transcript works
/// @param concurrency files fetched at a time by this node
/// @param patience how long a message waits for its file; then it goes without, and says so
/// @param giveUpAfter a file that could not be fetched by then is missing
/// @param maxMegabytes no file is larger; Meta's largest kind has 100
@Validated
@ConfigurationProperties("portal.media")
record MediaProperties(
    @DefaultValue("30d") Duration retention,
    @DefaultValue("24h") Duration linkLife,
    @DefaultValue("10m") Duration consoleLinkLife,
    @DefaultValue("16") @Min(1) int concurrency,
    @DefaultValue("2m") Duration patience,
    @DefaultValue("24h") Duration giveUpAfter,
    @DefaultValue("100") @Min(1) @Max(2000) int maxMegabytes) {

  long maxBytes() {
    return (long) maxMegabytes << 20;
  }
}
