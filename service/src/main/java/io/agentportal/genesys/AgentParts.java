package io.agentportal.genesys;

import io.agentportal.genesys.AgentPart.Choice;
import io.agentportal.genesys.AgentPart.Choices;
import io.agentportal.genesys.AgentPart.Words;
import io.agentportal.platform.client.PartnerJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the pieces of one webhook message, in their order: the text first, then the content.
final class AgentParts {
  private static final int MOST = 50;

  private AgentParts() {}

  static List<AgentPart> read(JsonNode root) {
    List<AgentPart> parts = new ArrayList<>();
    String text = PartnerJson.text(root, "text");
    List<JsonNode> content = PartnerJson.list(root, "content").stream().limit(MOST).toList();
    List<Choice> choices = content.stream().flatMap(each -> choice(each).stream()).toList();
    if (text != null && choices.isEmpty()) {
      parts.add(new Words(text));
    }
    if (!choices.isEmpty()) {
      // Quick replies stand beside each other, with their question in the message's text.
      parts.add(new Choices(text, choices));
    }
    for (JsonNode part : content) {
      if (choice(part).isEmpty()) {
        part(part).ifPresent(parts::add);
      }
    }
    return captioned(parts);
  }

  /// A text before a lone file is its caption.
  private static List<AgentPart> captioned(List<AgentPart> parts) {
    if (parts.size() == 2
        && parts.getFirst() instanceof Words(var text)
        && parts.getLast() instanceof AgentPart.File(var attachment, var caption)
        && caption == null) {
      return List.of(new AgentPart.File(attachment, text));
    }
    return List.copyOf(parts);
  }

  private static Optional<Choice> choice(JsonNode part) {
    JsonNode reply =
        switch (type(part)) {
          case "QuickReply" -> part.path("quickReply");
          case "ButtonResponse" -> part.path("buttonResponse");
          default -> part.path("none");
        };
    return reply(reply);
  }

  private static Optional<Choice> reply(JsonNode reply) {
    String text = PartnerJson.text(reply, "text");
    String payload = PartnerJson.text(reply, "payload");
    if (text == null && payload == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Choice(
            text == null ? String.valueOf(payload) : text,
            payload == null ? String.valueOf(text) : payload));
  }

  private static Optional<AgentPart> part(JsonNode part) {
    GenesysNotice.Attachment file = AgentContent.attachment(part);
    if (file != null) {
      String caption = PartnerJson.text(part.path("attachment"), "text");
      return Optional.of(new AgentPart.File(file, caption));
    }
    AgentPart read =
        switch (type(part)) {
          case "QuickReplyV2" -> question(part.path("quickReplyV2"));
          case "Card" -> card(part.path("card"));
          case "Carousel" -> carousel(part.path("carousel"));
          case "DatePicker" -> dates(part.path("datePicker"));
          case "ListPicker" -> pick(part.path("listPicker"));
          case "Location" -> place(part.path("location"));
          case "Notification" -> TemplateParts.read(part.path("template"));
          default -> null;
        };
    if (read != null) {
      return Optional.of(read);
    }
    String words = AgentContent.structured(part);
    return words.isBlank() ? Optional.empty() : Optional.of(new Words(words));
  }

  private static @Nullable AgentPart question(JsonNode question) {
    List<Choice> choices =
        PartnerJson.list(question, "actions").stream()
            .limit(MOST)
            .flatMap(each -> reply(each).stream())
            .toList();
    return choices.isEmpty() ? null : new Choices(PartnerJson.text(question, "title"), choices);
  }

  private static AgentPart.@Nullable Card card(JsonNode card) {
    String title = PartnerJson.text(card, "title");
    if (title == null) {
      return null;
    }
    List<AgentPart.Action> actions =
        Stream.concat(
                PartnerJson.list(card, "actions").stream(),
                PartnerJson.list(card, "defaultAction").stream())
            .limit(MOST)
            .flatMap(each -> action(each).stream())
            .distinct()
            .toList();
    return new AgentPart.Card(
        title,
        PartnerJson.text(card, "description"),
        PartnerJson.text(card, "image"),
        PartnerJson.text(card, "video"),
        actions);
  }

  private static Optional<AgentPart.Action> action(JsonNode action) {
    String url = PartnerJson.text(action, "url");
    if (url != null) {
      return Optional.of(new AgentPart.Action(PartnerJson.textOr(action, "text", url), url, url));
    }
    return reply(action).map(each -> new AgentPart.Action(each.text(), each.payload(), null));
  }

  private static @Nullable AgentPart carousel(JsonNode carousel) {
    List<AgentPart.Card> cards = new ArrayList<>();
    for (JsonNode each : PartnerJson.list(carousel, "cards").stream().limit(MOST).toList()) {
      AgentPart.Card card = card(each);
      if (card != null) {
        cards.add(card);
      }
    }
    return cards.isEmpty() ? null : new AgentPart.Carousel(List.copyOf(cards));
  }

  private static AgentPart dates(JsonNode picker) {
    List<AgentPart.Time> times =
        PartnerJson.list(picker, "availableTimes").stream()
            .limit(MOST)
            .filter(time -> PartnerJson.text(time, "dateTime") != null)
            .map(time ->
                new AgentPart.Time(
                    PartnerJson.textOr(time, "dateTime", ""),
                    Math.max(0, PartnerJson.integer(time, "duration", 0) / 60)))
            .toList();
    return new AgentPart.Dates(
        PartnerJson.text(picker, "title"), PartnerJson.text(picker, "subtitle"), times);
  }

  private static @Nullable AgentPart pick(JsonNode picker) {
    List<AgentPart.Section> sections =
        PartnerJson.list(picker, "sections").stream()
            .limit(MOST)
            .map(section ->
                new AgentPart.Section(
                    PartnerJson.text(section, "title"),
                    PartnerJson.list(section, "items").stream()
                        .limit(MOST)
                        .filter(item -> PartnerJson.text(item, "title") != null)
                        .map(AgentParts::item)
                        .toList()))
            .filter(section -> !section.items().isEmpty())
            .toList();
    String prompt = PartnerJson.text(picker.path("receivedMessage"), "title");
    String title = prompt != null ? prompt : PartnerJson.text(picker, "title");
    return sections.isEmpty() ? null : new AgentPart.Pick(title, sections);
  }

  private static AgentPart.Item item(JsonNode item) {
    String title = PartnerJson.textOr(item, "title", "");
    return new AgentPart.Item(
        PartnerJson.textOr(item, "id", title), title, PartnerJson.text(item, "subtitle"));
  }

  private static @Nullable AgentPart place(JsonNode location) {
    BigDecimal latitude = PartnerJson.number(location, "latitude");
    BigDecimal longitude = PartnerJson.number(location, "longitude");
    return latitude == null || longitude == null
        ? null
        : new AgentPart.Place(
            latitude,
            longitude,
            PartnerJson.text(location, "text"),
            PartnerJson.text(location, "address"));
  }

  private static String type(JsonNode part) {
    return PartnerJson.textOr(part, "contentType", "");
  }
}
