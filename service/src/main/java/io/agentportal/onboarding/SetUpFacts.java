package io.agentportal.onboarding;

import io.agentportal.integration.ConnectivityTest;
import io.agentportal.integration.DeploymentState;
import io.agentportal.integration.TestReport;
import io.agentportal.onboarding.OnboardingStore.Progress;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What is done of a set-up. The first three steps are done once they were accepted; the test and
/// the deployment are done while they are true, whatever was ticked before.
@Component
class SetUpFacts {
  private static final int TEST_STEP = 4;

  private final OnboardingStore store;
  private final ConnectivityTest test;
  private final DeploymentState deployment;

  SetUpFacts(OnboardingStore store, ConnectivityTest test, DeploymentState deployment) {
    this.store = store;
    this.test = test;
    this.deployment = deployment;
  }

  List<Integer> completedSteps(TenantId tenantId) {
    List<Integer> done = new ArrayList<>();
    store.find(tenantId).map(Progress::completedSteps).orElse(List.of()).stream()
        .filter(step -> step < TEST_STEP)
        .forEach(done::add);
    if (testSinceLastChange(tenantId).filter(report -> report.failing().isEmpty()).isPresent()) {
      done.add(TEST_STEP);
    }
    if (deployedAt(tenantId).isPresent()) {
      done.add(Onboarding.LAST_STEP);
    }
    return List.copyOf(done);
  }

  /// The last test; empty: none, or something was changed since.
  Optional<TestReport> testSinceLastChange(TenantId tenantId) {
    Optional<Instant> changedAt =
        store.find(tenantId).flatMap(progress -> Optional.ofNullable(progress.changedAt()));
    return test.last(tenantId)
        .filter(report -> changedAt.isEmpty() || !report.testedAt().isBefore(changedAt.get()));
  }

  Optional<TestReport> lastTest(TenantId tenantId) {
    return test.last(tenantId);
  }

  TestReport testNow(TenantId tenantId) {
    return test.run(tenantId, ConnectivityTest.Listener.NOBODY);
  }

  Optional<Instant> deployedAt(TenantId tenantId) {
    return deployment.deployedAt(tenantId);
  }
}
