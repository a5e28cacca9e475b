package io.agentportal.integration;

import io.agentportal.integration.DeployStep.Instruction;
import io.agentportal.integration.DeployStep.Status;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What a deployment tells as it goes on, and what of it is kept.
///
/// A step is kept as done only when the partner agreed. A partner that did not answer changes
/// nothing about what it agreed to before.
final class DeployReport {
  private final TenantId tenantId;
  private final DeploymentStore store;
  private final Consumer<DeployStep> listener;
  private final Clock clock;
  private final Map<String, DeploymentStore.Ended> before;
  private final Map<String, DeployStep> last = new LinkedHashMap<>();

  DeployReport(
      TenantId tenantId, DeploymentStore store, Consumer<DeployStep> listener, Clock clock) {
    this.tenantId = tenantId;
    this.store = store;
    this.listener = listener;
    this.clock = clock;
    this.before = store.find(tenantId);
  }

  /// Whether what the step is about was made by an earlier deployment.
  boolean wasMade(String name) {
    DeploymentStore.Ended ended = before.get(name);
    return ended != null && ended.madeByUs();
  }

  /// The last word on each step, in order.
  List<DeployStep> steps() {
    return List.copyOf(last.values());
  }

  void running(String name, String message) {
    tell(name, Status.RUNNING, message, List.of());
  }

  void waiting(String name, String message) {
    tell(name, Status.WAITING, message, List.of());
  }

  /// @param url our address that the partner agreed to
  /// @param madeByUs whether there was nothing before
  void done(String name, String message, String url, boolean madeByUs) {
    keep(name, Status.DONE, message, url, madeByUs);
    tell(name, Status.DONE, message, List.of());
  }

  void undone(String name, String message) {
    store.forget(tenantId, name);
    tell(name, Status.DONE, message, List.of());
  }

  /// @param url our address; the row of a step names what it is about
  void manual(String name, String message, String url, List<Instruction> instructions) {
    keep(name, Status.MANUAL, message, url, false);
    tell(name, Status.MANUAL, message, instructions);
  }

  void failed(String name, String message, String url, List<Instruction> advice) {
    keep(name, Status.FAILED, message, url, false);
    tell(name, Status.FAILED, message, advice);
  }

  /// A partner that refused, or gave no answer.
  void failed(String name, PortalException failure, String url, String advice) {
    String message = String.valueOf(failure.getMessage());
    List<Instruction> instructions = List.of(Instruction.read("What to do", advice));
    if (failure.code() == ErrorCode.PARTNER_REFUSED) {
      failed(name, message, url, instructions);
      return;
    }
    tell(
        name,
        Status.FAILED,
        message,
        List.of(Instruction.read("What to do", "Deploy again in a moment.")));
  }

  private void keep(String name, Status status, String message, String url, boolean madeByUs) {
    store.save(
        tenantId, new DeploymentStore.Ended(name, status, message, url, madeByUs, clock.instant()));
  }

  private void tell(String name, Status status, String message, List<Instruction> instructions) {
    String partner = name.substring(0, name.indexOf('-'));
    var step = new DeployStep(name, partner, status, message, instructions);
    last.put(name, step);
    listener.accept(step);
  }
}
