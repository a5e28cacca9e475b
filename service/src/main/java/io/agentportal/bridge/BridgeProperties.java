package io.agentportal.bridge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How messages are carried.
///
/// @param enabled whether this node routes and delivers at all
/// @param batch most webhook calls routed in one transaction
/// @param poll how often is looked for work that nobody announced
/// @param concurrency calls to partners at a time, of all tenants together
/// @param tenantConcurrency calls at a time of one tenant in one direction
@Validated
@ConfigurationProperties("portal.bridge")
record BridgeProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("500") @Min(1) int batch,
    @DefaultValue("500ms") Duration poll,
    @DefaultValue("256") @Min(1) int concurrency,
    @DefaultValue("64") @Min(1) int tenantConcurrency,
    @DefaultValue @Valid Retry retry,
    @DefaultValue @Valid Uncertain uncertain,
    @DefaultValue @Valid Lease lease) {

  /// Repeated attempts.
  ///
  /// @param maxAttempts then the message is dead; pauses of a whole tenant do not count
  /// @param firstDelay doubled with each attempt
  /// @param maxDelay never longer than this, except where the partner asks for it
  /// @param credentialsDelay between attempts while an admin has to put something right
  /// @param giveUpAfter a message older than this is dead at its next failure, whatever failed
  record Retry(
      @DefaultValue("30") @Min(1) int maxAttempts,
      @DefaultValue("1s") Duration firstDelay,
      @DefaultValue("60s") Duration maxDelay,
      @DefaultValue("60s") Duration credentialsDelay,
      @DefaultValue("24h") Duration giveUpAfter) {}

  /// Calls that may or may not have arrived.
  ///
  /// @param whatsAppWait for a status that tells; then the message has failed
  /// @param genesysWait before Genesys is asked whether it has the message
  /// @param genesysSettling how far Genesys' list of a contact's conversations may lag behind; a
  ///   message that is not found until then is sent again
  record Uncertain(
      @DefaultValue("2m") Duration whatsAppWait,
      @DefaultValue("2s") Duration genesysWait,
      @DefaultValue("10s") Duration genesysSettling) {}

  /// Who works on what.
  ///
  /// @param beat how often a node says that it lives
  /// @param deadAfter without a beat, before its lanes are taken over
  record Lease(@DefaultValue("1s") Duration beat, @DefaultValue("5s") Duration deadAfter) {}
}
