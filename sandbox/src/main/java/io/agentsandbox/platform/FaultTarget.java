package io.agentsandbox.platform;

import java.util.Arrays;

/// A group of calls, or of outgoing webhooks, that faults can be put on.
public enum FaultTarget {
  GENESYS_OAUTH("genesys.oauth"),
  GENESYS_API("genesys.api"),
  GENESYS_INBOUND("genesys.inbound"),
  META_GRAPH("meta.graph"),
  META_MESSAGES("meta.messages"),
  META_MEDIA("meta.media"),
  META_WEBHOOK("webhook.meta"),
  GENESYS_WEBHOOK("webhook.genesys");

  private final String label;

  FaultTarget(String label) {
    this.label = label;
  }

  /// The name in the control API.
  public String label() {
    return label;
  }

  /// Whether faults on this target also apply to calls of the other one.
  boolean covers(FaultTarget called) {
    return switch (this) {
      case META_GRAPH -> called == META_GRAPH || called == META_MESSAGES || called == META_MEDIA;
      case GENESYS_API -> called == GENESYS_API || called == GENESYS_INBOUND;
      case GENESYS_OAUTH,
          GENESYS_INBOUND,
          META_MESSAGES,
          META_MEDIA,
          META_WEBHOOK,
          GENESYS_WEBHOOK ->
          this == called;
    };
  }

  boolean isWebhook() {
    return this == META_WEBHOOK || this == GENESYS_WEBHOOK;
  }

  static FaultTarget of(String label) {
    return Arrays.stream(values())
        .filter(target -> target.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("target: unknown value " + label));
  }
}
