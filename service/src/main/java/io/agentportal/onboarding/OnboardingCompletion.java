package io.agentportal.onboarding;

import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.identity.Tenants;
import io.agentportal.integration.Check;
import io.agentportal.integration.TestReport;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends the set-up once everything that messages need is there, and works.
@Service
class OnboardingCompletion {
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final List<String> SECTIONS = List.of("organization", "genesys", "whatsapp");

  private final SetUpFacts facts;
  private final Vault vault;
  private final Ending ending;
  private final Clock clock;
  private final boolean hasSharedMetaApp;

  OnboardingCompletion(
      SetUpFacts facts,
      Vault vault,
      Ending ending,
      Clock clock,
      @Value("${portal.meta.app-secret:}") String sharedAppSecret) {
    this.facts = facts;
    this.vault = vault;
    this.ending = ending;
    this.clock = clock;
    this.hasSharedMetaApp = !sharedAppSecret.isEmpty();
  }

  /// What stands in the way.
  private record Failing(String id, String group, String message) {}

  /// Completes the set-up; doing it again changes nothing. Tests the connection anew if the last
  /// test is not fresh.
  ///
  /// @return when it was completed, the first time
  /// @throws PortalException `ONBOARDING_INCOMPLETE` with `details.missing`, any of `organization`,
  ///   `genesys`, `whatsapp`, `whatsapp.appSecret` and `webhooks`, or with `details.failing`, the
  ///   checks that failed
  Instant complete(TenantId tenantId) {
    Instant completedAt = ending.completedAt(tenantId);
    if (completedAt != null) {
      return completedAt;
    }
    List<String> missing = missing(tenantId);
    if (!missing.isEmpty()) {
      throw incomplete(
          "The set-up is not complete yet. Missing: " + String.join(", ", missing) + ".",
          missing,
          List.of());
    }
    List<Failing> failing =
        freshTest(tenantId).failing().stream()
            .map(check ->
                new Failing(check.id(), check.group().wireName(), String.valueOf(check.finding())))
            .toList();
    if (!failing.isEmpty()) {
      throw incomplete(
          "The connection does not work yet: " + failing.getFirst().message(), List.of(), failing);
    }
    return ending.mark(tenantId);
  }

  private static PortalException incomplete(
      String message, List<String> missing, List<Failing> failing) {
    return new PortalException(
        ErrorCode.ONBOARDING_INCOMPLETE, message, Map.of("missing", missing, "failing", failing));
  }

  private TestReport freshTest(TenantId tenantId) {
    Instant since = clock.instant().minus(FRESH);
    return facts
        .testSinceLastChange(tenantId)
        .filter(report -> report.testedAt().isAfter(since))
        .filter(report -> report.checks().stream().noneMatch(OnboardingCompletion::waited))
        .orElseGet(() -> facts.testNow(tenantId));
  }

  /// Whether the test was made before the deployment.
  private static boolean waited(Check check) {
    return "not-deployed".equals(check.code());
  }

  private List<String> missing(TenantId tenantId) {
    List<Integer> done = facts.completedSteps(tenantId);
    List<String> missing = new ArrayList<>();
    for (int step = 1; step <= SECTIONS.size(); step++) {
      if (!done.contains(step)) {
        missing.add(SECTIONS.get(step - 1));
      }
    }
    if (!hasSharedMetaApp && vault.find(tenantId, CredentialKind.WHATSAPP_APP_SECRET).isEmpty()) {
      missing.add("whatsapp.appSecret");
    }
    if (!done.contains(Onboarding.LAST_STEP)) {
      missing.add("webhooks");
    }
    return missing;
  }

  /// The change and its audit entry, in one transaction.
  @Service
  static class Ending {
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    Ending(Tenants tenants, AuditTrail audit, Clock clock) {
      this.tenants = tenants;
      this.audit = audit;
      this.clock = clock;
    }

    @Nullable Instant completedAt(TenantId tenantId) {
      return tenants.find(tenantId).onboardedAt();
    }

    @Transactional
    public Instant mark(TenantId tenantId) {
      Instant before = completedAt(tenantId);
      if (before != null) {
        return before;
      }
      tenants.markOnboarded(tenantId, clock.instant());
      audit.record(
          new AuditEvent(tenantId, Actor.current(), "onboarding.completed", "tenant:" + tenantId));
      return Objects.requireNonNull(completedAt(tenantId));
    }
  }
}
