package io.agentportal.bridge.mapping;

import io.agentportal.genesys.AgentPart;
import io.agentportal.genesys.GenesysNotice.AgentMessage;
import io.agentportal.genesys.GenesysNotice.Attachment;
import io.agentportal.platform.client.PartnerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The WhatsApp messages that one message of an agent or a flow becomes, in order: what WhatsApp
/// has no form for takes the nearest one, and what is too long is split.
public final class CustomerParts {
  private static final int CAPTION = 1024;

  private CustomerParts() {}

  /// At least one.
  public static List<CustomerPart> of(AgentMessage message) {
    List<CustomerPart> parts =
        message.content().parts().stream()
            .flatMap(part -> of(message.id(), part).stream())
            .toList();
    return parts.isEmpty() ? texts(message.content().text()) : parts;
  }

  private static List<CustomerPart> of(String id, AgentPart part) {
    return switch (part) {
      case AgentPart.Words(var text) -> texts(text);
      case AgentPart.File(var attachment, var caption) -> file(attachment, caption);
      case AgentPart.Choices choices -> ChoiceForms.of(id, choices);
      case AgentPart.Card card -> CardForms.of(id, card);
      case AgentPart.Carousel(var cards) ->
          cards.stream().flatMap(card -> CardForms.of(id, card).stream()).toList();
      case AgentPart.Dates dates -> PickForms.of(id, dates);
      case AgentPart.Pick pick -> PickForms.of(id, pick);
      case AgentPart.Template template ->
          List.of(new CustomerPart.Form("template", TemplateForm.of(template)));
      case AgentPart.Place place -> List.of(new CustomerPart.Form("location", location(place)));
    };
  }

  static List<CustomerPart> texts(String text) {
    return TextSplitter.split(text).stream().<CustomerPart>map(CustomerPart.Text::new).toList();
  }

  /// A picture, film or document bears a caption; a sound does not, and a long text is no caption.
  private static List<CustomerPart> file(Attachment attachment, @Nullable String caption) {
    if ("Link".equals(attachment.mediaType())) {
      return texts(caption == null ? attachment.url() : caption + "\n" + attachment.url());
    }
    if (caption == null) {
      return List.of(new CustomerPart.File(attachment, null));
    }
    if (caption.length() <= CAPTION && !isSound(attachment)) {
      return List.of(new CustomerPart.File(attachment, caption));
    }
    List<CustomerPart> parts = new ArrayList<>();
    parts.add(new CustomerPart.File(attachment, null));
    parts.addAll(texts(caption));
    return parts;
  }

  private static boolean isSound(Attachment attachment) {
    String mime = attachment.mime();
    return "Audio".equals(attachment.mediaType())
        || (mime != null && mime.toLowerCase(Locale.ROOT).startsWith("audio/"));
  }

  private static ObjectNode location(AgentPart.Place place) {
    ObjectNode location = PartnerJson.object();
    location.put("latitude", place.latitude());
    location.put("longitude", place.longitude());
    if (place.name() != null) {
      location.put("name", PartnerJson.clip(place.name(), 1000));
    }
    if (place.address() != null) {
      location.put("address", PartnerJson.clip(place.address(), 1000));
    }
    return location;
  }
}
