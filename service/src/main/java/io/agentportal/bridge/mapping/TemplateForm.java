package io.agentportal.bridge.mapping;

import io.agentportal.genesys.AgentPart.Button;
import io.agentportal.genesys.AgentPart.Header;
import io.agentportal.genesys.AgentPart.Parameter;
import io.agentportal.genesys.AgentPart.Template;
import io.agentportal.genesys.GenesysNotice.Attachment;
import io.agentportal.platform.client.PartnerJson;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A template of Genesys as WhatsApp takes it: name, language, and the values of its parts.
final class TemplateForm {
  private TemplateForm() {}

  static ObjectNode of(Template template) {
    ObjectNode form = PartnerJson.object().put("name", template.name());
    form.putObject("language").put("code", template.language());
    ArrayNode components = form.putArray("components");
    Header header = template.header();
    if (header != null) {
      header(components.addObject().put("type", "header"), header);
    }
    if (!template.body().isEmpty()) {
      texts(components.addObject().put("type", "body"), template.body());
    }
    template.buttons().forEach(button -> button(components, button));
    return form;
  }

  private static void header(ObjectNode component, Header header) {
    Attachment media = header.media();
    if (media == null) {
      texts(component, header.parameters());
      return;
    }
    String type =
        switch (media.mediaType()) {
          case "Image" -> "image";
          case "Video" -> "video";
          default -> "document";
        };
    ObjectNode parameter = component.putArray("parameters").addObject().put("type", type);
    parameter.putObject(type).put("link", media.url());
  }

  private static void texts(ObjectNode component, List<Parameter> values) {
    ArrayNode parameters = component.putArray("parameters");
    for (Parameter value : values) {
      ObjectNode parameter = parameters.addObject().put("type", "text").put("text", value.text());
      String name = value.name();
      // Places are numbers; only named parameters are named in the call.
      if (name != null && !name.matches("\\d+")) {
        parameter.put("parameter_name", name);
      }
    }
  }

  /// Buttons without values stand in the template itself.
  private static void button(ArrayNode components, Button button) {
    boolean isUrl = button.type().toLowerCase(Locale.ROOT).contains("url");
    if (isUrl ? button.parameters().isEmpty() : button.payload() == null) {
      return;
    }
    ObjectNode component =
        components
            .addObject()
            .put("type", "button")
            .put("sub_type", isUrl ? "url" : "quick_reply")
            .put("index", Integer.toString(button.index()));
    if (isUrl) {
      texts(component, button.parameters());
      return;
    }
    component
        .putArray("parameters")
        .addObject()
        .put("type", "payload")
        .put("payload", button.payload());
  }
}
