package io.agentportal.onboarding;

import io.agentportal.audit.Actor;
import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.onboarding.OnboardingStore.Change;
import io.agentportal.onboarding.OnboardingStore.Progress;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Saves the set-up, step by step. A step counts once the partner agrees with what was entered;
/// until then it may rest as a draft.
@Service
class Onboarding {
  static final int LAST_STEP = 5;

  private final Steps steps;
  private final OnboardingStore store;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Onboarding(
      Steps steps,
      OnboardingStore store,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.steps = steps;
    this.store = store;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// The steps that have something to enter.
  @Component
  record Steps(OrganizationStep organization, GenesysStep genesys, WhatsAppStep whatsApp) {}

  /// A step as it was sent.
  ///
  /// @param expected the revision that the browser knows; null: it does not care
  record Entry(int step, JsonNode data, @Nullable Integer expected) {}

  /// Saves one step for good.
  ///
  /// @throws PortalException `VALIDATION_FAILED`, `PARTNER_REFUSED`, `REVISION_CONFLICT`,
  ///   `CONFLICT`, `GENESYS_UNAVAILABLE`, `SERVICE_UNAVAILABLE`
  Progress save(TenantId tenantId, Entry entry) {
    return switch (entry.step()) {
      case 1 -> {
        JsonNode section = steps.organization().read(entry.data());
        yield keep(tenantId, entry, section, () -> {});
      }
      case 2 -> {
        GenesysStep.Checked checked = steps.genesys().check(tenantId, entry.data());
        yield keep(
            tenantId, entry, checked.section(), () -> steps.genesys().store(tenantId, checked));
      }
      case 3 -> {
        WhatsAppStep.Checked checked = steps.whatsApp().check(tenantId, entry.data());
        yield keep(
            tenantId, entry, checked.section(), () -> steps.whatsApp().store(tenantId, checked));
      }
      case 4, LAST_STEP -> keep(tenantId, entry, PartnerJson.object(), () -> {});
      default -> throw unknown(entry.step());
    };
  }

  /// Keeps what has been typed, as it is, without the secrets in it; the step does not count as
  /// done.
  ///
  /// @throws PortalException `VALIDATION_FAILED`, `REVISION_CONFLICT`
  Progress saveDraft(TenantId tenantId, Entry entry) {
    if (entry.step() < 1 || entry.step() > LAST_STEP) {
      throw unknown(entry.step());
    }
    JsonNode section =
        sectionOf(entry.step()).isEmpty()
            ? PartnerJson.object()
            : FormSection.draft(StepRules.ALL.get(entry.step() - 1), entry.data());
    return written(tenantId, change(entry, section, true), entry.expected());
  }

  private Progress keep(TenantId tenantId, Entry entry, JsonNode section, Runnable more) {
    return transaction.execute(_ -> {
      more.run();
      Progress saved = written(tenantId, change(entry, section, false), entry.expected());
      audit.record(
          new AuditEvent(
              tenantId,
              Actor.current(),
              "onboarding.saved",
              "tenant:" + tenantId,
              Map.of("step", entry.step(), "revision", saved.revision())));
      return saved;
    });
  }

  private Change change(Entry entry, JsonNode section, boolean draft) {
    Instant now = clock.instant();
    return new Change(entry.step(), sectionOf(entry.step()), section, draft, now);
  }

  private Progress written(TenantId tenantId, Change change, @Nullable Integer expected) {
    return store
        .save(tenantId, change, expected)
        .orElseThrow(() ->
            new PortalException(
                ErrorCode.REVISION_CONFLICT,
                "Somebody else changed the set-up in the meantime. Please reload.",
                Map.of("revision", store.find(tenantId).map(Progress::revision).orElse(0))));
  }

  /// The member of the form; `""` for the steps that have nothing to enter.
  private static String sectionOf(int step) {
    return step <= StepRules.ALL.size() ? StepRules.ALL.get(step - 1).section() : "";
  }

  private static PortalException unknown(int step) {
    return PortalException.invalid("step", step + " (expected: 1..5)");
  }
}
