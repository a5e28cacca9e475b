package io.agentportal.webhooks;

import java.util.Locale;

/// Which partner called, hence whose format the body has.
public enum WebhookSource {
  /// Meta sends up to 3 MB (WhatsApp Cloud API, webhooks overview, read 2026-04).
  META(3 << 20),
  /// Genesys Cloud names no limit for what it sends; a message with its structure is a few kB.
  GENESYS(1 << 20);

  private final int maxBytes;

  WebhookSource(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  int maxBytes() {
    return maxBytes;
  }

  /// As a label of metrics: `meta`.
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
