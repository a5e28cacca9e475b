package io.agentportal.platform.client;

import java.util.function.Function;

/// What a partner said to a question, for whoever has to tell a person why it did not work.
public sealed interface PartnerAnswer<T> {

  record Found<T>(T value) implements PartnerAnswer<T> {}

  /// @param status HTTP status
  /// @param code the partner's own, as text
  /// @param reason the partner's words, or ours about its code; no secrets
  record Refused<T>(int status, String code, String reason) implements PartnerAnswer<T> {}

  /// No answer, or none that means anything: trying again may help.
  record Unavailable<T>(String reason) implements PartnerAnswer<T> {}

  default <R> PartnerAnswer<R> map(Function<T, R> reading) {
    return switch (this) {
      case Found<T>(var value) -> new Found<>(reading.apply(value));
      case Refused<T>(var status, var code, var reason) -> new Refused<>(status, code, reason);
      case Unavailable<T>(var reason) -> new Unavailable<>(reason);
    };
  }
}
