package io.agentportal.onboarding;

import io.agentportal.integration.WebhookDeployment;
import io.agentportal.integration.WebhookUrls;
import io.agentportal.onboarding.OnboardingStore.Progress;
import io.agentportal.onboarding.ProgressView.ProgressAnswer;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `/api/onboarding`: the set-up wizard. Admins only.
@RestController
@RequestMapping("/api/onboarding")
@PreAuthorize("hasRole('ADMIN')")
class OnboardingController {
  private final Onboarding onboarding;
  private final OnboardingCompletion completion;
  private final ProgressView view;
  private final SetUpFacts facts;
  private final WebhookDeployment webhooks;

  OnboardingController(
      Onboarding onboarding,
      OnboardingCompletion completion,
      ProgressView view,
      SetUpFacts facts,
      WebhookDeployment webhooks) {
    this.onboarding = onboarding;
    this.completion = completion;
    this.view = view;
    this.facts = facts;
    this.webhooks = webhooks;
  }

  /// @param data the section of the step by its name, or its members themselves
  /// @param draft keep it although it may be unfinished
  record SaveRequest(int step, @Nullable JsonNode data, @Nullable Boolean draft) {}

  /// @param revision to build the next save on
  record SaveAnswer(int revision, Instant savedAt, int currentStep, List<Integer> completedSteps) {}

  record CompleteAnswer(WebhookUrls webhookUrls, Instant completedAt) {}

  @GetMapping("/progress")
  ProgressAnswer progress(Caller caller) {
    return view.of(caller.tenantId());
  }

  @PostMapping("/save")
  SaveAnswer save(
      Caller caller,
      @RequestBody SaveRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    JsonNode data = request.data() == null ? PartnerJson.object() : request.data();
    if (!data.isObject()) {
      throw PortalException.invalid("data", "Must be an object");
    }
    var entry = new Onboarding.Entry(request.step(), data, revision(ifMatch));
    Progress saved =
        Boolean.TRUE.equals(request.draft())
            ? onboarding.saveDraft(caller.tenantId(), entry)
            : onboarding.save(caller.tenantId(), entry);
    return new SaveAnswer(
        saved.revision(),
        saved.savedAt(),
        saved.currentStep(),
        facts.completedSteps(caller.tenantId()));
  }

  @PostMapping("/complete")
  CompleteAnswer complete(Caller caller) {
    Instant completedAt = completion.complete(caller.tenantId());
    return new CompleteAnswer(webhooks.urls(caller.tenantId()), completedAt);
  }

  private static @Nullable Integer revision(@Nullable String ifMatch) {
    if (ifMatch == null || "*".equals(ifMatch)) {
      return null;
    }
    String digits = ifMatch.replace("\"", "");
    if (!digits.matches("\\d{1,9}")) {
      throw PortalException.invalid("If-Match", ifMatch + " (expected: a revision)");
    }
    return Integer.valueOf(digits);
  }
}
