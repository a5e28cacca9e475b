package io.agentsandbox.meta;

import static io.agentsandbox.meta.MessageChecks.longest;
import static io.agentsandbox.meta.MessageChecks.required;

import io.agentsandbox.platform.Json;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Limits of interactive messages: three reply buttons, ten list rows, and how long each text is.
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
    switch (type) {
      case "button" -> buttons(interactive);
      case "list" -> list(interactive);
      default -> {
        if (!interactive.path("action").isObject()) {
          throw GraphRefusal.missing("interactive.action");
        }
      }
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
