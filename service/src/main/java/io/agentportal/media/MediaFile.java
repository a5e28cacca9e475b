package io.agentportal.media;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `media_file`.
record MediaFile(
    TenantId tenantId,
    ExpectedFile announced,
    FileStanding.State state,
    @Nullable String problemCode,
    @Nullable String problem,
    int attempts,
    @Nullable String mime,
    long bytes,
    @Nullable String digest,
    @Nullable String remoteId,
    @Nullable Instant remoteUntil,
    Instant createdAt) {

  UUID id() {
    return announced.id();
  }

  /// @param impatientSince messages do not wait for files that were announced before
  FileStanding standing(Instant impatientSince) {
    String known = mime == null ? announced.mime() : mime;
    return new FileStanding(
        id(),
        state,
        mime == null ? announced.kind() : ContentType.kind(announced.kind(), mime),
        known,
        announced.fileName(),
        bytes,
        problemCode,
        problem,
        state == FileStanding.State.WAITING && createdAt.isAfter(impatientSince));
  }

  static String wireName(FileStanding.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
