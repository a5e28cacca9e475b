package io.agentsandbox.meta;

import static io.agentsandbox.meta.MessageChecks.longest;
import static io.agentsandbox.meta.MessageChecks.required;

import io.agentsandbox.platform.Json;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Limits of interactive messages: three reply buttons, ten list rows, one link, what may be a
/// header, and how long each text is.
final class InteractiveChecks {
  private static final int BUTTONS = 3;
  private static final int SECTIONS = 10;
  private static final int ROWS = 10;

  private InteractiveChecks() {}

  static void check(JsonNode interactive) {
    required(interactive, "type", "interactive.type");
    String type = Json.text(interactive, "type");
    if (!type.equals("product")) {
      required(interactive.path("body"), "text", "interactive.body.text");
    }
    longest(interactive.path("footer"), "text", 60);
    header(interactive.path("header"), type);
    switch (type) {
      case "button" -> buttons(interactive);
      case "list" -> list(interactive);
      case "cta_url" -> link(interactive);
      default -> {
        if (!interactive.path("action").isObject()) {
          throw GraphRefusal.missing("interactive.action");
        }
      }
    }
  }

  /// A text of 60 characters or, except over lists, a picture, film or document.
  private static void header(JsonNode header, String type) {
    if (header.isMissingNode()) {
      return;
    }
    String kind = Json.text(header, "type");
    if (kind.equals("text")) {
      required(header, "text", "interactive.header.text");
      longest(header, "text", 60);
      return;
    }
    boolean isFile = kind.equals("image") || kind.equals("video") || kind.equals("document");
    if (!isFile || type.equals("list")) {
      throw GraphRefusal.invalid("interactive.header.type: " + kind);
    }
    String link = Json.text(header.path(kind), "link");
    if (link.isEmpty() == Json.text(header.path(kind), "id").isEmpty()) {
      throw GraphRefusal.invalid("interactive.header." + kind + ": exactly one of id and link");
    }
    if (!link.isEmpty() && !link.startsWith("https://")) {
      throw GraphRefusal.invalid("interactive.header." + kind + ".link: not https");
    }
  }

  private static void link(JsonNode interactive) {
    longest(interactive.path("body"), "text", 1024);
    JsonNode parameters = interactive.path("action").path("parameters");
    required(parameters, "display_text", "interactive.action.parameters.display_text");
    longest(parameters, "display_text", 20);
    required(parameters, "url", "interactive.action.parameters.url");
    String url = Json.text(parameters, "url");
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw GraphRefusal.invalid("interactive.action.parameters.url: not a web address");
    }
  }

  private static void buttons(JsonNode interactive) {
    longest(interactive.path("body"), "text", 1024);
    JsonNode buttons = interactive.path("action").path("buttons");
    if (buttons.isEmpty()) {
      throw GraphRefusal.missing("interactive.action.buttons");
    }
    if (buttons.size() > BUTTONS) {
      throw GraphRefusal.invalid("interactive.action.buttons: at most " + BUTTONS);
    }
    Set<String> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (JsonNode button : buttons) {
      JsonNode reply = button.path("reply");
      required(reply, "id", "interactive.action.buttons.reply.id");
      required(reply, "title", "interactive.action.buttons.reply.title");
      longest(reply, "id", 256);
      longest(reply, "title", 20);
      boolean fresh = ids.add(Json.text(reply, "id")) && titles.add(Json.text(reply, "title"));
      if (!fresh) {
        throw GraphRefusal.invalid("interactive.action.buttons: ids and titles must differ");
      }
    }
  }

  private static void list(JsonNode interactive) {
    longest(interactive.path("body"), "text", 4096);
    JsonNode action = interactive.path("action");
    required(action, "button", "interactive.action.button");
    longest(action, "button", 20);
    JsonNode sections = action.path("sections");
    if (sections.isEmpty() || sections.size() > SECTIONS) {
      throw GraphRefusal.invalid("interactive.action.sections: 1 to " + SECTIONS);
    }
    int rows = 0;
    Set<String> ids = new HashSet<>();
    for (JsonNode section : sections) {
      if (sections.size() > 1) {
        required(section, "title", "interactive.action.sections.title");
      }
      longest(section, "title", 24);
      for (JsonNode row : section.path("rows")) {
        row(row, ids);
        rows++;
      }
    }
    if (rows == 0 || rows > ROWS) {
      throw GraphRefusal.invalid("interactive.action.sections.rows: 1 to " + ROWS + " in total");
    }
  }

  private static void row(JsonNode row, Set<String> ids) {
    required(row, "id", "interactive.action.sections.rows.id");
    required(row, "title", "interactive.action.sections.rows.title");
    longest(row, "id", 200);
    longest(row, "title", 24);
    longest(row, "description", 72);
    if (!ids.add(Json.text(row, "id"))) {
      throw GraphRefusal.invalid("interactive.action.sections.rows.id must differ");
    }
  }
}
