package io.agentportal.whatsapp;

import io.agentportal.platform.client.PartnerJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a program (a flow at Genesys) wants to know of a message besides its text: ids that were
/// chosen, coordinates, answers of a form. Flat and short; most messages have none.
final class MessageDetails {
  private static final int MAX_VALUE = 300;
  private static final int MAX_ANSWERS = 1000;

  private MessageDetails() {}

  static Map<String, String> of(MessageType type, JsonNode object) {
    Map<String, String> details = new LinkedHashMap<>();
    switch (type) {
      case BUTTON -> add(details, "choiceId", object, "payload");
      case INTERACTIVE -> {
        add(details, "choiceId", object.path("button_reply"), "id");
        add(details, "choiceId", object.path("list_reply"), "id");
        add(details, "formName", object.path("nfm_reply"), "name");
        String answers = PartnerJson.text(object.path("nfm_reply"), "response_json");
        if (answers != null) {
          details.put("formAnswers", PartnerJson.clip(answers, MAX_ANSWERS));
        }
      }
      case LOCATION -> {
        add(details, "latitude", object, "latitude");
        add(details, "longitude", object, "longitude");
      }
      case ORDER -> add(details, "catalogId", object, "catalog_id");
      case REACTION -> add(details, "emoji", object, "emoji");
      case SYSTEM -> add(details, "change", object, "type");
      case TEXT,
          IMAGE,
          VIDEO,
          AUDIO,
          VOICE,
          DOCUMENT,
          STICKER,
          CONTACTS,
          EDIT,
          REVOKE,
          TEMPLATE,
          REQUEST_WELCOME,
          UNSUPPORTED,
          UNKNOWN,
          OTHER -> {
        // The text says it all.
      }
    }
    return Collections.unmodifiableMap(details);
  }

  private static void add(Map<String, String> details, String name, JsonNode node, String member) {
    String value = PartnerJson.text(node, member);
    if (value != null) {
      details.put(name, PartnerJson.clip(value, MAX_VALUE));
    }
  }
}
