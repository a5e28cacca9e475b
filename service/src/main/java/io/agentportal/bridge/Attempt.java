package io.agentportal.bridge;

import io.agentportal.conversations.DeliveryProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one attempt at a delivery, whichever partner it was for.
sealed interface Attempt {

  /// The partner has it.
  ///
  /// @param link the partner's id of it; null for receipts
  record Done(DeliveryProgress.@Nullable Link link) implements Attempt {}

  /// Nothing happened at the partner; to be tried again.
  ///
  /// @param delay zero: by our own back-off
  /// @param wholeQueue whether the tenant's other lanes would meet the same
  record Again(Duration delay, String code, String reason, boolean wholeQueue) implements Attempt {}

  /// An admin has to put something right first.
  ///
  /// @param inDoubt whether an earlier attempt may have arrived; nothing was sent this time
  record Blocked(String code, String reason, boolean inDoubt) implements Attempt {}

  /// The partner will never take it.
  record Refused(String code, String reason) implements Attempt {}

  /// Something of ours is not ready yet: nothing was sent, and nothing is counted.
  record NotYet(Duration delay) implements Attempt {}

  /// What became of an earlier attempt is not known yet; nothing was sent this time.
  ///
  /// @param askAfter before it makes sense to ask again
  record Pending(Duration askAfter, String reason) implements Attempt {}

  /// It may have arrived; to be found out after a while.
  ///
  /// @param checkAfter before it makes sense to ask; longer after several such attempts
  record Unsure(Duration checkAfter, String reason) implements Attempt {}
}
