package io.agentportal.bridge.mapping;

import io.agentportal.bridge.mapping.ChoiceForms.Row;
import io.agentportal.genesys.AgentPart.Dates;
import io.agentportal.genesys.AgentPart.Pick;
import io.agentportal.genesys.AgentPart.Section;
import io.agentportal.genesys.AgentPart.Time;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Date and list pickers as WhatsApp lists. Days and hours are written as the flow offers them, in
/// its own offset from UTC.
final class PickForms {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

  private PickForms() {}

  static List<CustomerPart> of(String genesysId, Dates dates) {
    String prompt = lines(dates.title(), dates.subtitle(), "Which time suits you?");
    List<Row> rows = dates.times().stream().map(time -> row(genesysId, time)).toList();
    return rows.isEmpty() ? CustomerParts.texts(prompt) : ChoiceForms.lists(prompt, null, rows);
  }

  /// Each section is a list of its own, since WhatsApp takes ten entries in all.
  static List<CustomerPart> of(String genesysId, Pick pick) {
    List<CustomerPart> parts = new ArrayList<>();
    String prompt = lines(pick.title(), null, "Please choose:");
    for (Section section : pick.sections()) {
      List<Row> rows =
          section.items().stream()
              .map(item ->
                  new Row(new ChoiceId(false, genesysId, item.id()), item.title(), item.subtitle()))
              .toList();
      String heading = section.title() == null ? prompt : section.title();
      parts.addAll(ChoiceForms.lists(parts.isEmpty() ? prompt : heading, section.title(), rows));
    }
    return parts;
  }

  private static Row row(String genesysId, Time time) {
    String shown;
    try {
      shown = TIME.format(OffsetDateTime.parse(time.dateTime()));
    } catch (DateTimeException _) {
      shown = time.dateTime();
    }
    return new Row(
        new ChoiceId(false, genesysId, time.dateTime()),
        shown,
        time.minutes() == 0 ? null : time.minutes() + " minutes");
  }

  private static String lines(@Nullable String first, @Nullable String second, String otherwise) {
    String lines =
        Stream.of(first, second).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? otherwise : lines;
  }
}
