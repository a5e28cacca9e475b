package io.agentportal.settings.rotation;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.SecretRotation;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Replaces the secret with which Genesys signs its calls, while it goes on calling.
@Service
class WebhookSecretRotation {
  private static final CredentialKind KIND = CredentialKind.GENESYS_WEBHOOK_SECRET;
  private static final String SUBJECT = "credential:genesys_webhook_secret";
  private static final int BYTES = 32;

  /// For calls that were signed before Genesys got the new secret and are still on their way.
  private static final Duration LEAST_GRACE = Duration.ofSeconds(30);

  /// For people who have to enter the new secret at Genesys by hand.
  private static final Duration GRACE_BY_HAND = Duration.ofHours(24);

  private final SecureRandom random = new SecureRandom();
  private final SecretRotation rotation;
  private final Vault vault;
  private final GenesysPush genesys;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Clock clock;

  WebhookSecretRotation(
      SecretRotation rotation,
      Vault vault,
      GenesysPush genesys,
      AuditTrail audit,
      TransactionTemplate transactions,
      Clock clock) {
    this.rotation = rotation;
    this.vault = vault;
    this.genesys = genesys;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param secret the only time that it is shown
  /// @param oldValidUntil the end of the old one
  /// @param auditId of the entry in the trail
  /// @param pushed whether Genesys has it; otherwise it is to be entered there by hand
  record Rotated(SecretText secret, Instant oldValidUntil, String auditId, boolean pushed) {}

  /// @param grace how long the old secret is still accepted; at least half a minute, and a day
  ///   where Genesys could not be told
  /// @throws PortalException `ONBOARDING_INCOMPLETE` without a secret, `ROTATION_IN_PROGRESS`,
  ///   `PARTNER_REFUSED` if Genesys does not take it: then nothing has changed
  Rotated rotate(Caller caller, Duration grace, boolean force) {
    TenantId tenantId = caller.tenantId();
    if (vault.find(tenantId, KIND).isEmpty()) {
      throw new PortalException(
          ErrorCode.ONBOARDING_INCOMPLETE,
          "Deploy the webhooks first.",
          Map.of("missing", List.of("webhooks")));
    }
    SecretText secret = make();
    int version = rotation.prepare(tenantId, KIND, secret, force);
    boolean pushed = push(caller, secret, version);
    Duration least = pushed ? LEAST_GRACE : GRACE_BY_HAND;
    Instant until =
        clock
            .instant()
            .plus(grace.compareTo(least) < 0 ? least : grace)
            .truncatedTo(ChronoUnit.MILLIS);
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          rotation.activate(tenantId, KIND, version, until);
          long entry =
              audit.record(
                  event(
                      caller,
                      "webhook-secret.rotated",
                      Map.of(
                          "version",
                          version,
                          "after",
                          secret.masked(),
                          "oldValidUntil",
                          until.toString(),
                          "pushedToGenesys",
                          pushed)));
          return new Rotated(secret, until, Long.toString(entry), pushed);
        }));
  }

  /// Ends the grace time of the old secret.
  ///
  /// @throws PortalException `NOT_FOUND` if there is none
  void revokePrevious(Caller caller) {
    transactions.executeWithoutResult(_ -> {
      if (!rotation.revokePrevious(caller.tenantId(), KIND)) {
        throw new PortalException(
            ErrorCode.NOT_FOUND, "No earlier webhook secret is accepted at the moment.");
      }
      audit.record(event(caller, "webhook-secret.revoked", Map.of()));
    });
  }

  private boolean push(Caller caller, SecretText secret, int version) {
    try {
      return genesys.push(caller.tenantId(), secret);
    } catch (PortalException refusal) {
      rotation.discard(caller.tenantId(), KIND, version);
      audit.record(
          event(
              caller,
              "webhook-secret.refused",
              Map.of("version", version, "reason", String.valueOf(refusal.getMessage()))));
      throw refusal;
    }
  }

  private SecretText make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return SecretText.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static AuditEvent event(Caller caller, String action, Map<String, Object> details) {
    return new AuditEvent(caller.tenantId(), caller.displayName(), action, SUBJECT, details);
  }
}
