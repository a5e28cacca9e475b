package io.agentportal.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The last line of defence: what is named like a secret is written as a mask, whoever recorded it.
final class Redaction {
  private static final String MASK = "••••••••";
  private static final Set<String> NAMES =
      Set.of("secret", "token", "password", "authorization", "verifier", "cookie", "apikey");

  private Redaction() {}

  static Map<String, Object> of(Map<String, Object> details) {
    Map<String, Object> shown = new LinkedHashMap<>();
    details.forEach((name, value) -> shown.put(name, isSecret(name) ? mask(value) : inner(value)));
    return shown;
  }

  private static Object inner(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, each) ->
            members.put(
                String.valueOf(name), isSecret(String.valueOf(name)) ? mask(each) : inner(each)));
        yield members;
      }
      case List<?> list -> list.stream().map(Redaction::inner).toList();
      default -> value;
    };
  }

  private static boolean isSecret(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return NAMES.stream().anyMatch(plain::endsWith);
  }

  /// Numbers, truth values and what is masked already tell nothing.
  private static Object mask(Object value) {
    return value instanceof String text && !text.startsWith(MASK) ? MASK : value;
  }
}
