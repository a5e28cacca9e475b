package io.agentportal.webhooks;

import java.util.Locale;

/// What can be wrong or odd with a call, and how it is answered.
enum Finding {
  TOO_LARGE(413),
  TOO_SLOW(408),
  /// The memory for bodies is used up: too many at once, or the database cannot keep up.
  NO_MEMORY(503),
  NOT_STORED(503),
  UNKNOWN_TENANT(401),
  UNSIGNED(401),
  /// Not `sha256=` and a digest.
  MALFORMED_SIGNATURE(401),
  HEX_INSTEAD_OF_BASE64(401),
  BASE64_INSTEAD_OF_HEX(401),
  /// Right form, wrong key (another app's secret, or one long replaced), or a changed body.
  WRONG_KEY(401),
  WRONG_VERIFY_TOKEN(403),
  /// Accepted: the partner still signs with the secret that was replaced.
  PREVIOUS_SECRET(200);

  private final int status;

  Finding(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /// As stored and as a label of metrics: `hex-instead-of-base64`.
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
