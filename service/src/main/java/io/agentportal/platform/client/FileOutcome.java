package io.agentportal.platform.client;

import org.jspecify.annotations.Nullable;

/// What came of fetching a file from a partner.
public sealed interface FileOutcome {

  /// It is in the file that was named.
  ///
  /// @param mime what the partner says it is; null: nothing
  /// @param sha256 what the partner says its digest is, in hex or base64; null: nothing
  record Fetched(@Nullable String mime, @Nullable String sha256) implements FileOutcome {}

  /// It may be there later.
  record Later(String reason) implements FileOutcome {}

  /// It will never be there.
  ///
  /// @param code ours, or `http-404`
  record Gone(String code, String reason) implements FileOutcome {}
}
