package io.agentsandbox.platform;

import java.util.Arrays;

/// What goes wrong.
public enum FaultKind {
  SLOW("slow"),
  RATE_LIMITED("rate-limited"),
  SERVER_ERROR("server-error"),
  RESET("reset"),
  TIMEOUT("timeout"),
  EXPIRED_TOKEN("expired-token"),
  DUPLICATE("duplicate"),
  OUT_OF_ORDER("out-of-order"),
  WRONG_SIGNATURE("wrong-signature");

  private final String label;

  FaultKind(String label) {
    this.label = label;
  }

  /// The name in the control API.
  public String label() {
    return label;
  }

  boolean fits(FaultTarget target) {
    return switch (this) {
      case SLOW -> true;
      case RATE_LIMITED, SERVER_ERROR, RESET, TIMEOUT, EXPIRED_TOKEN -> !target.isWebhook();
      case DUPLICATE, OUT_OF_ORDER, WRONG_SIGNATURE -> target.isWebhook();
    };
  }

  static FaultKind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("kind: unknown value " + label));
  }
}
