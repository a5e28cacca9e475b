package io.agentportal.genesys;

import io.agentportal.genesys.AgentPart.Button;
import io.agentportal.genesys.AgentPart.Header;
import io.agentportal.genesys.AgentPart.Parameter;
import io.agentportal.genesys.AgentPart.Template;
import io.agentportal.platform.client.PartnerJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the content `Notification`: a message template with its values.
final class TemplateParts {
  private static final int MOST = 50;

  private TemplateParts() {}

  static @Nullable Template read(JsonNode template) {
    String name = PartnerJson.text(template, "id");
    if (name == null) {
      return null;
    }
    return new Template(
        name,
        PartnerJson.textOr(template, "language", "en_US").replace('-', '_'),
        header(template.path("header")),
        parameters(template.path("body")),
        PartnerJson.list(template, "buttons").stream()
            .limit(MOST)
            .map(TemplateParts::button)
            .toList());
  }

  private static @Nullable Header header(JsonNode header) {
    GenesysNotice.Attachment media =
        AgentContent.file(header.path("media"), PartnerJson.text(header.path("media"), "url"));
    List<Parameter> parameters = parameters(header);
    return media == null && parameters.isEmpty() ? null : new Header(media, parameters);
  }

  private static List<Parameter> parameters(JsonNode component) {
    return PartnerJson.list(component, "parameters").stream()
        .limit(MOST)
        .map(each ->
            new Parameter(PartnerJson.text(each, "name"), PartnerJson.textOr(each, "text", "")))
        .toList();
  }

  private static Button button(JsonNode button) {
    return new Button(
        PartnerJson.textOr(button, "type", "QuickReply"),
        PartnerJson.integer(button, "index", 0),
        PartnerJson.text(button, "payload"),
        parameters(button));
  }
}
