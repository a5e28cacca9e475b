package io.agentsandbox.scenario;

import io.agentsandbox.platform.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Messages other than text that customers send now and then.
final class Extras {
  private static final Map<String, String> CAPTIONS =
      Map.of(
          "de", "So sieht es aus",
          "en", "This is what it looks like",
          "es", "Así es como se ve",
          "pt", "É assim que está");

  private Extras() {}

  /// Makes the request one for the kind with this number; numbers beyond the last begin again.
  static void fill(ObjectNode request, int number, String language) {
    String caption = CAPTIONS.getOrDefault(language, "");
    switch (number % 6) {
      case 0 -> request.put("type", "image").putObject("image").put("caption", caption);
      case 1 -> location(request);
      case 2 -> request.put("type", "audio").putObject("audio");
      case 3 ->
          request
              .put("type", "document")
              .putObject("document")
              .put("filename", "invoice.pdf")
              .put("caption", caption);
      case 4 -> request.put("type", "sticker").putObject("sticker");
      default -> contact(request);
    }
  }

  private static void location(ObjectNode request) {
    request
        .put("type", "location")
        .putObject("location")
        .put("latitude", 41.1496)
        .put("longitude", -8.611)
        .put("name", "Rua das Flores 12")
        .put("address", "4050-262 Porto");
  }

  private static void contact(ObjectNode request) {
    ObjectNode card = Json.object();
    card.putObject("name").put("formatted_name", "Service desk").put("first_name", "Service desk");
    card.putArray("phones").addObject().put("phone", "+1 555-010-0299").put("type", "WORK");
    request.put("type", "contacts").putArray("contacts").add(card);
  }
}
