package io.agentportal.onboarding;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one field of the set-up may hold. The form in the browser has the same rules: both are held
/// to `contract/rules/onboarding.json`.
///
/// @param required whether it may be empty; a secret that is stored already may be
/// @param maxLength in characters, also of a draft
/// @param pattern the whole value has to match, in the syntax that Java and JavaScript share; null:
///   any text without control characters
/// @param oneOf the values to choose from; empty: no choice
/// @param message for users, whatever is wrong
record FieldRule(
    String field,
    Kind kind,
    boolean required,
    int minLength,
    int maxLength,
    @Nullable String pattern,
    List<String> oneOf,
    String message) {
  private static final int MAX_SECRET = 4096;
  private static final int MAX_CHOICE = 64;

  /// How a value is read.
  enum Kind {
    TEXT,
    /// Brought into the form `+491234` before it is checked.
    PHONE,
    CHOICE,
    /// Never kept in a draft, never returned.
    SECRET
  }

  static FieldRule text(String field, int minLength, int maxLength, String message) {
    return new FieldRule(field, Kind.TEXT, true, minLength, maxLength, null, List.of(), message);
  }

  static FieldRule matching(String field, String pattern, int maxLength, String message) {
    return new FieldRule(field, Kind.TEXT, true, 1, maxLength, pattern, List.of(), message);
  }

  /// The pattern counts only where there is a value.
  static FieldRule optional(String field, String pattern, int maxLength, String message) {
    return new FieldRule(field, Kind.TEXT, false, 0, maxLength, pattern, List.of(), message);
  }

  static FieldRule phone(String field, String pattern, int maxLength, String message) {
    return new FieldRule(field, Kind.PHONE, true, 1, maxLength, pattern, List.of(), message);
  }

  /// @param values empty: known at run time only
  static FieldRule choice(String field, String message, String... values) {
    return new FieldRule(field, Kind.CHOICE, true, 1, MAX_CHOICE, null, List.of(values), message);
  }

  /// Visible ASCII, as it has to travel in a header.
  static FieldRule secret(String field, boolean required, int minLength, String message) {
    return new FieldRule(
        field,
        Kind.SECRET,
        required,
        minLength,
        MAX_SECRET,
        "^[\\x21-\\x7e]*$",
        List.of(),
        message);
  }

  boolean isSecret() {
    return kind == Kind.SECRET;
  }

  /// Whether a value is too long or of a kind that not even a draft may hold.
  boolean isStorable(String value) {
    return value.length() <= maxLength && value.chars().noneMatch(Character::isISOControl);
  }

  /// @param value without spaces around it
  boolean allows(String value) {
    if (value.isEmpty()) {
      return !required;
    }
    return value.length() >= minLength
        && isStorable(value)
        && (pattern == null || Pattern.matches(pattern, value))
        && (oneOf.isEmpty() || oneOf.contains(value));
  }

  /// The value as it is kept.
  String normalised(String value) {
    return kind == Kind.PHONE ? phone(value) : value;
  }

  /// E.164 out of what people type: `0049 (30) 12-34` and `+49 30 1234` are the same number.
  private static String phone(String typed) {
    String compact = typed.replaceAll("[\\s().\\-/]", "");
    if (compact.isEmpty()) {
      return "";
    }
    if (compact.startsWith("00")) {
      return "+" + compact.substring(2);
    }
    return compact.startsWith("+") ? compact : "+" + compact;
  }
}
