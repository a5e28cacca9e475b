package io.agentportal.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/// One step of deploying the webhooks, under way or ended. A later one of the same name replaces
/// it.
///
/// @param name stable: `genesys-integration`, `genesys-webhook`, `genesys-flow`,
///   `meta-subscription`, `meta-callback`
/// @param partner `genesys` or `meta`
/// @param instructions what to do by hand where we may not; empty otherwise
public record DeployStep(
    String name, String partner, Status status, String message, List<Instruction> instructions) {

  /// @param copyable whether the value has to be entered at the partner as it is
  public record Instruction(String label, String value, boolean copyable) {

    static Instruction copy(String label, String value) {
      return new Instruction(label, value, true);
    }

    static Instruction read(String label, String value) {
      return new Instruction(label, value, false);
    }
  }

  /// How it stands.
  public enum Status {
    RUNNING,
    /// The partner works on it.
    WAITING,
    /// The partner agreed.
    DONE,
    FAILED,
    /// We may not; a person has to.
    MANUAL;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
