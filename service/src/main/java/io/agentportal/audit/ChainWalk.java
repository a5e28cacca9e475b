package io.agentportal.audit;

import io.agentportal.audit.AuditVerification.Broken;
import io.agentportal.audit.AuditVerification.Intact;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/// Follows one chain from its first entry and says where it stops making sense.
final class ChainWalk {
  private long sequence;
  private byte[] hash = StoredEntry.NOTHING_BEFORE;

  /// The place reached so far; 0 before the first entry.
  long sequence() {
    return sequence;
  }

  /// Takes the next row; present if the chain breaks there.
  Optional<AuditVerification> next(AuditStore.Hashed row) {
    long expected = sequence + 1;
    if (row.entry().sequence() != expected) {
      return Optional.of(new Broken(expected, "Entry %d is missing.".formatted(expected)));
    }
    byte[] computed = row.entry().hash(hash);
    if (!MessageDigest.isEqual(computed, row.hash())) {
      return Optional.of(
          new Broken(
              expected,
              "Entry %d is not what was written, or does not follow the one before it."
                  .formatted(expected)));
    }
    sequence = expected;
    hash = computed;
    return Optional.empty();
  }

  /// Everything read so far fits together; whether something was cut off at the end is not known.
  AuditVerification end() {
    return new Intact(sequence, HexFormat.of().formatHex(hash));
  }

  /// Compares the end reached with the head kept apart, which shows entries cut off at the end.
  AuditVerification end(Optional<AuditStore.Head> head) {
    long last = head.map(AuditStore.Head::sequence).orElse(0L);
    if (last != sequence) {
      return new Broken(
          Math.min(last, sequence) + 1,
          "The chain has %d entries, but %d were written.".formatted(sequence, last));
    }
    if (head.isPresent() && !MessageDigest.isEqual(head.get().hash(), hash)) {
      return new Broken(sequence, "The newest entry is not the one that was written last.");
    }
    return new Intact(sequence, HexFormat.of().formatHex(hash));
  }
}
