package io.agentportal.platform.db;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/// The names of settings under `portal.` that this release knows.
///
/// Names are compared by their letters and digits alone, as settings may come as
/// `portal.public-url`, `portal.publicUrl` or `PORTAL_PUBLIC_URL`.
final class PortalPropertyNames {
  private final Set<String> names = new TreeSet<>();
  private final Set<String> openPrefixes = new TreeSet<>();

  /// A single setting, by its dotted name.
  void add(String name) {
    names.add(name);
  }

  /// All settings of a record; maps and lists may hold any name below theirs.
  void addAll(String prefix, Class<?> settings) {
    if (!settings.isRecord()) {
      openPrefixes.add(prefix);
      return;
    }
    for (RecordComponent component : settings.getRecordComponents()) {
      String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
      Class<?> type = component.getType();
      if (type.isRecord()) {
        addAll(name, type);
      } else if (Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type)) {
        openPrefixes.add(name);
      } else {
        names.add(name);
      }
    }
  }

  boolean contains(String name) {
    String letters = letters(name);
    return names.stream().anyMatch(known -> letters(known).equals(letters))
        || openPrefixes.stream().anyMatch(prefix -> letters.startsWith(letters(prefix)));
  }

  /// The known name that differs least, if it is near enough to have been meant.
  Optional<String> nearest(String name) {
    String letters = letters(name);
    return names.stream()
        .min((a, b) -> distance(letters(a), letters) - distance(letters(b), letters))
        .filter(known -> distance(letters(known), letters) <= letters.length() / 3);
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /// Levenshtein's: letters to insert, delete or exchange.
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchange = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(exchange, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
