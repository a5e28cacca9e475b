package io.agentportal.settings.rotation;

import io.agentportal.identity.confirmation.ConfirmationPurpose;
import io.agentportal.identity.confirmation.Confirmations;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/settings/webhook-secret`: for admins who confirm it.
@RestController
@RequestMapping("/api/settings/webhook-secret")
@PreAuthorize("hasRole('ADMIN')")
class WebhookSecretController {
  private static final int DEFAULT_GRACE_HOURS = 24;
  private static final int LONGEST_GRACE_HOURS = 168;

  private final WebhookSecretRotation rotation;
  private final Confirmations confirmations;

  WebhookSecretController(WebhookSecretRotation rotation, Confirmations confirmations) {
    this.rotation = rotation;
    this.confirmations = confirmations;
  }

  /// @param gracePeriodHours 0..168; null: 24
  /// @param force also while the secret before is still accepted, which ends that
  record Wanted(
      @Nullable String confirmationToken,
      @Nullable Integer gracePeriodHours,
      @Nullable Boolean force) {}

  /// @param newSecret shown this once
  record Rotated(
      String newSecret, Instant oldSecretValidUntil, String auditId, boolean pushedToGenesys) {

    /// Leaves the secret out.
    @Override
    public String toString() {
      return "Rotated[auditId=" + auditId + "]";
    }
  }

  @PostMapping("/rotate")
  ResponseEntity<Rotated> rotate(
      @RequestBody Wanted wanted,
      @RequestHeader(name = Confirmations.HEADER, required = false) @Nullable String header,
      Caller caller) {
    Duration grace = grace(wanted.gracePeriodHours());
    confirmations.demand(
        caller,
        ConfirmationPurpose.ROTATE_WEBHOOK_SECRET,
        header == null ? wanted.confirmationToken() : header);
    WebhookSecretRotation.Rotated rotated =
        rotation.rotate(caller, grace, Boolean.TRUE.equals(wanted.force()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Rotated(
                rotated.secret().reveal(),
                rotated.oldValidUntil(),
                rotated.auditId(),
                rotated.pushed()));
  }

  @DeleteMapping("/previous")
  Map<String, Object> revokePrevious(
      @RequestHeader(name = Confirmations.HEADER, required = false) @Nullable String token,
      Caller caller) {
    confirmations.demand(caller, ConfirmationPurpose.REVOKE_WEBHOOK_SECRET, token);
    rotation.revokePrevious(caller);
    return Map.of();
  }

  private static Duration grace(@Nullable Integer hours) {
    int wanted = hours == null ? DEFAULT_GRACE_HOURS : hours;
    if (wanted < 0 || wanted > LONGEST_GRACE_HOURS) {
      throw PortalException.invalid(
          "gracePeriodHours", wanted + " (expected: 0.." + LONGEST_GRACE_HOURS + ")");
    }
    return Duration.ofHours(wanted);
  }
}
