package io.agentsandbox.scenario;

import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Resources;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Names, numbers and talks for simulated people.
///
/// @param people per language: the country code and names
/// @param thanks per language: what an agent says about a file or a place
record Cast(
    Map<String, People> people,
    List<Dialogue> dialogues,
    Map<String, String> thanks,
    List<String> agents) {
  /// Those who speak one language.
  record People(String countryCode, List<String> names) {}

  static Cast load() {
    return Json.MAPPER.treeToValue(
        Json.parse(Resources.bytes("/io/agentsandbox/cast.json")), Cast.class);
  }

  /// The customer with this number; the same one every time.
  Customer customer(int number) {
    List<String> languages = people.keySet().stream().sorted().toList();
    String language = languages.get(number % languages.size());
    People speakers = Objects.requireNonNull(people.get(language));
    int index = number / languages.size();
    String name = speakers.names().get(index % speakers.names().size());
    String phone = "%s5550%06d".formatted(speakers.countryCode(), number);
    List<Dialogue> talks =
        dialogues.stream().filter(dialogue -> dialogue.language().equals(language)).toList();
    return new Customer(name, phone, language, talks);
  }
}
