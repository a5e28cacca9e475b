package io.agentportal.bridge.mapping;

import io.agentportal.bridge.mapping.ChoiceForms.Row;
import io.agentportal.genesys.AgentPart.Action;
import io.agentportal.genesys.AgentPart.Card;
import io.agentportal.platform.client.PartnerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A card as WhatsApp has it: its picture as the header of buttons or of one link. Links beside
/// buttons go into the text, since WhatsApp has no message with both.
final class CardForms {
  private CardForms() {}

  static List<CustomerPart> of(String genesysId, Card card) {
    List<Row> answers =
        card.actions().stream()
            .filter(action -> action.url() == null)
            .map(action ->
                new Row(new ChoiceId(false, genesysId, action.payload()), action.text(), null))
            .toList();
    List<Action> links = card.actions().stream().filter(action -> action.url() != null).toList();
    ObjectNode header = header(card);
    if (ChoiceForms.fitButtons(answers)) {
      return ChoiceForms.buttons(words(card, links), answers, header);
    }
    List<CustomerPart> parts = new ArrayList<>();
    if (!answers.isEmpty()) {
      picture(card, null, parts);
      parts.addAll(ChoiceForms.lists(words(card, links), null, answers));
      return parts;
    }
    if (links.size() == 1 && links.getFirst().text().length() <= ChoiceForms.BUTTON_TITLE) {
      return link(card, links.getFirst(), header);
    }
    String words = words(card, links);
    if (picture(card, words, parts) && words.length() <= ChoiceForms.BUTTON_BODY) {
      return parts;
    }
    parts.addAll(CustomerParts.texts(words));
    return parts;
  }

  private static String words(Card card, List<Action> links) {
    String description = card.description();
    return "*"
        + card.title()
        + "*"
        + (description == null ? "" : "\n" + description)
        + links.stream()
            .map(link ->
                link.text().equals(link.url())
                    ? "\n" + link.url()
                    : "\n" + link.text() + ": " + link.url())
            .collect(Collectors.joining());
  }

  private static List<CustomerPart> link(Card card, Action link, @Nullable ObjectNode header) {
    List<String> words = TextSplitter.split(words(card, List.of()), ChoiceForms.BUTTON_BODY);
    ObjectNode form = PartnerJson.object().put("type", "cta_url");
    if (header != null) {
      form.set("header", header);
    }
    form.putObject("body").put("text", words.getLast());
    ObjectNode action = form.putObject("action").put("name", "cta_url");
    action.putObject("parameters").put("display_text", link.text()).put("url", link.url());
    return ChoiceForms.after(words, form);
  }

  /// WhatsApp fetches the picture itself: its address is the flow's own, and never called by us.
  private static @Nullable ObjectNode header(Card card) {
    if (isHttps(card.imageUrl())) {
      ObjectNode header = PartnerJson.object().put("type", "image");
      header.putObject("image").put("link", card.imageUrl());
      return header;
    }
    if (isHttps(card.videoUrl())) {
      ObjectNode header = PartnerJson.object().put("type", "video");
      header.putObject("video").put("link", card.videoUrl());
      return header;
    }
    return null;
  }

  /// Whether there was one to add. A caption that is too long is left to the caller.
  private static boolean picture(Card card, @Nullable String words, List<CustomerPart> parts) {
    ObjectNode header = header(card);
    if (header == null) {
      return false;
    }
    String type = header.path("type").asString("image");
    ObjectNode object = (ObjectNode) header.path(type);
    if (words != null && words.length() <= ChoiceForms.BUTTON_BODY) {
      object.put("caption", words);
    }
    parts.add(new CustomerPart.Form(type, object));
    return true;
  }

  private static boolean isHttps(@Nullable String url) {
    return url != null && url.startsWith("https://");
  }
}
