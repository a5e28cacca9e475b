package io.agentportal.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file and what has become of it.
///
/// @param kind `image`, `video`, `audio`, `document` or `sticker`: by its content once it is kept
/// @param mime by its content once it is kept, before that what the partner said
/// @param fileName safe to show; null: it has none
/// @param bytes -1 until it is kept
/// @param problem why it is not there, in one sentence; null: nothing is wrong
/// @param mayStillCome whether its message should wait for it a little longer
public record FileStanding(
    UUID id,
    State state,
    String kind,
    @Nullable String mime,
    @Nullable String fileName,
    long bytes,
    @Nullable String problemCode,
    @Nullable String problem,
    boolean mayStillCome) {

  /// Where it is.
  public enum State {
    /// On its way from the partner.
    WAITING,
    KEPT,
    /// It came, but may not be passed on.
    REFUSED,
    /// It cannot be had any more.
    MISSING,
    /// It was here and is deleted.
    EXPIRED
  }

  public boolean isKept() {
    return state == State.KEPT;
  }

  /// A name to offer for saving: its own, or one by its kind.
  public String nameOr() {
    return fileName == null ? kind : fileName;
  }
}
