package io.agentportal.genesys;

import io.agentportal.genesys.GenesysNotice.Attachment;
import io.agentportal.genesys.GenesysNotice.Content;
import io.agentportal.platform.client.PartnerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an agent or a flow says to the customer, as text that reads well even where WhatsApp has no
/// such thing.
final class AgentContent {
  private static final int MAX_PARTS = 50;

  private AgentContent() {}

  /// @param type of the webhook, lower case
  /// @return null if there is nothing in it
  static @Nullable Content read(JsonNode root, String type) {
    List<JsonNode> parts = PartnerJson.list(root, "content");
    List<Attachment> attachments = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    String text = PartnerJson.text(root, "text");
    if (text != null) {
      lines.add(text);
    }
    for (JsonNode part : parts.stream().limit(MAX_PARTS).toList()) {
      Attachment attachment = attachment(part);
      if (attachment != null) {
        attachments.add(attachment);
      } else {
        lines.add(structured(part));
      }
    }
    String readable =
        lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    if (readable.isEmpty() && attachments.isEmpty()) {
      return null;
    }
    return new Content(
        kind(type, parts, attachments),
        readable.isEmpty()
            ? fileText(attachments)
            : PartnerJson.clip(readable, PartnerJson.MAX_TEXT),
        AgentParts.read(root));
  }

  private static String kind(String type, List<JsonNode> parts, List<Attachment> attachments) {
    if (!attachments.isEmpty()) {
      return switch (attachments.getFirst().mediaType()) {
        case "Image" -> "image";
        case "Video" -> "video";
        case "Audio" -> "audio";
        default -> "document";
      };
    }
    if (parts.stream().anyMatch(part -> "Notification".equals(contentType(part)))) {
      return "template";
    }
    return switch (type) {
      case "text" -> "text";
      case "structured" -> "interactive";
      default -> "other";
    };
  }

  static @Nullable Attachment attachment(JsonNode part) {
    JsonNode file = part.path("attachment");
    return file(file, PartnerJson.text(file, "url"));
  }

  static @Nullable Attachment file(JsonNode file, @Nullable String url) {
    if (url == null) {
      return null;
    }
    return new Attachment(
        PartnerJson.textOr(file, "id", ""),
        PartnerJson.textOr(file, "mediaType", "File"),
        url,
        PartnerJson.text(file, "mime"),
        PartnerJson.text(file, "filename"),
        PartnerJson.integer(file, "contentSizeBytes", -1));
  }

  private static String fileText(List<Attachment> attachments) {
    return attachments.stream()
        .map(file -> file.fileName() == null ? file.mediaType() : "File " + file.fileName())
        .collect(Collectors.joining("\n"));
  }

  static String structured(JsonNode part) {
    return switch (contentType(part)) {
      case "QuickReply" -> choice(part.path("quickReply"));
      case "ButtonResponse" -> choice(part.path("buttonResponse"));
      case "QuickReplyV2" -> question(part.path("quickReplyV2"));
      case "Card" -> card(part.path("card"));
      case "Location" -> place(part.path("location"));
      case "Carousel" ->
          PartnerJson.list(part.path("carousel"), "cards").stream()
              .limit(MAX_PARTS)
              .map(AgentContent::card)
              .collect(Collectors.joining("\n\n"));
      case "DatePicker" -> datePicker(part.path("datePicker"));
      case "ListPicker" -> listPicker(part.path("listPicker"));
      case "Notification" -> notification(part);
      default -> firstText(part);
    };
  }

  private static String choice(JsonNode choice) {
    String text = PartnerJson.textOr(choice, "text", PartnerJson.textOr(choice, "payload", ""));
    return text.isEmpty() ? "" : "• " + text;
  }

  private static String question(JsonNode question) {
    return lines(
        Stream.concat(
            Stream.of(PartnerJson.textOr(question, "title", "")),
            PartnerJson.list(question, "actions").stream()
                .limit(MAX_PARTS)
                .map(AgentContent::choice)));
  }

  private static String place(JsonNode location) {
    String where =
        lines(
            Stream.of("text", "address", "url")
                .map(member -> PartnerJson.textOr(location, member, "")));
    String coordinates =
        PartnerJson.textOr(location, "latitude", "?")
            + ", "
            + PartnerJson.textOr(location, "longitude", "?");
    return "Location: " + (where.isEmpty() ? coordinates : where + " (" + coordinates + ")");
  }

  private static String card(JsonNode card) {
    Stream<String> actions =
        PartnerJson.list(card, "actions").stream().limit(MAX_PARTS).map(AgentContent::action);
    return lines(
        Stream.concat(
            Stream.of(
                PartnerJson.textOr(card, "title", ""), PartnerJson.textOr(card, "description", "")),
            actions));
  }

  private static String action(JsonNode action) {
    String url = PartnerJson.text(action, "url");
    String text = choice(action);
    return url == null ? text : (text.isEmpty() ? "• " + url : text + ": " + url);
  }

  private static String datePicker(JsonNode picker) {
    Stream<String> times =
        PartnerJson.list(picker, "availableTimes").stream()
            .limit(MAX_PARTS)
            .map(time -> PartnerJson.textOr(time, "dateTime", ""))
            .map(time -> time.isEmpty() ? "" : "• " + time);
    return lines(
        Stream.concat(
            Stream.of(
                PartnerJson.textOr(picker, "title", ""),
                PartnerJson.textOr(picker, "subtitle", "")),
            times));
  }

  private static String listPicker(JsonNode picker) {
    Stream<String> items =
        PartnerJson.list(picker, "sections").stream()
            .flatMap(section -> PartnerJson.list(section, "items").stream())
            .limit(MAX_PARTS)
            .map(item -> "• " + PartnerJson.textOr(item, "title", "?"));
    return lines(
        Stream.concat(
            Stream.of(
                PartnerJson.textOr(picker, "title", ""),
                PartnerJson.textOr(picker, "subtitle", "")),
            items));
  }

  private static String notification(JsonNode part) {
    JsonNode template = part.path("template");
    String words =
        lines(
            Stream.of("header", "body", "footer")
                .map(member -> PartnerJson.textOr(template.path(member), "text", "")));
    String name = PartnerJson.text(template, "id");
    return words.isEmpty() && name != null ? "Template " + name : words;
  }

  private static String firstText(JsonNode part) {
    return Stream.of("text", "title", "description", "message")
        .flatMap(member ->
            Stream.concat(
                    Stream.of(part),
                    part.isObject() ? part.values().stream() : Stream.<JsonNode>empty())
                .map(node -> PartnerJson.text(node, member)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String lines(Stream<String> lines) {
    return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String contentType(JsonNode part) {
    return PartnerJson.textOr(part, "contentType", "");
  }
}
