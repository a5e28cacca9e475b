package io.agentportal.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What Meta's error codes mean: how to go on, what is concerned, and one plain sentence for
/// agents.
///
/// The table is the resource `whatsapp/meta-errors.txt`; codes that Meta adds later fall back to
/// the sentence of their range or to a general one.
public final class MetaErrors {
  private static final String RESOURCE = "/whatsapp/meta-errors.txt";
  private static final int OBJECT_NOT_PERMITTED = 33;
  private static final Map<Integer, Facts> TABLE = load();

  private MetaErrors() {}

  /// How to go on after an error.
  public enum Kind {
    /// Try again with back-off.
    RETRY,
    /// Let everything in scope rest, then try again.
    PAUSE,
    /// Token or permission is wrong: stop and tell an admin.
    CREDENTIALS,
    /// The request is wrong: never again.
    CALLER,
    /// This customer cannot be reached.
    UNREACHABLE,
    /// Something about the account has to be settled with Meta.
    ACCOUNT,
    /// Only a template may be sent now.
    TEMPLATE
  }

  /// @param pause zero: the caller's own back-off
  /// @param sentence for agents and admins, ends with a full stop
  public record Facts(int code, Kind kind, Scope scope, Duration pause, String sentence) {}

  /// The facts of a code; never fails, whatever the code.
  public static Facts facts(int code) {
    Facts known = TABLE.get(code);
    if (known != null) {
      return known;
    }
    Facts ofRange = TABLE.get(rangeStart(code));
    if (ofRange != null) {
      return as(code, ofRange);
    }
    return new Facts(
        code,
        Kind.CALLER,
        Scope.MESSAGE,
        Duration.ZERO,
        "WhatsApp refused the message with code " + code + ".");
  }

  /// @param subcode 0: none
  static Facts facts(int code, int subcode) {
    return code == 100 && subcode == OBJECT_NOT_PERMITTED
        ? as(code, Objects.requireNonNull(TABLE.get(OBJECT_NOT_PERMITTED)))
        : facts(code);
  }

  /// The code whose entry stands for all of its range; the code itself if it is in none.
  private static int rangeStart(int code) {
    return switch (code / 100) {
      case 2 -> 200;
      case 1312 -> 131_200;
      default ->
          switch (code / 1000) {
            case 138 -> 138_000;
            case 139 -> 139_000;
            case 141 -> 141_000;
            default -> code;
          };
    };
  }

  private static Facts as(int code, Facts facts) {
    return new Facts(code, facts.kind(), facts.scope(), facts.pause(), facts.sentence());
  }

  private static Map<Integer, Facts> load() {
    try (InputStream table =
        Objects.requireNonNull(MetaErrors.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Map<Integer, Facts> facts = new HashMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(MetaErrors::parse)
          .forEach(each -> {
            if (facts.put(each.code(), each) != null) {
              throw new IllegalStateException(RESOURCE + ": " + each.code() + " stands twice");
            }
          });
      return Map.copyOf(facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Facts parse(String line) {
    String[] cells = line.split("\\s*\\|\\s*", 5);
    if (cells.length != 5) {
      throw new IllegalStateException(RESOURCE + ": " + line + " (expected: 5 columns)");
    }
    return new Facts(
        Integer.parseInt(cells[0].strip()),
        Kind.valueOf(cells[1]),
        Scope.valueOf(cells[2]),
        Duration.ofSeconds(Long.parseLong(cells[3])),
        cells[4].strip());
  }
}
