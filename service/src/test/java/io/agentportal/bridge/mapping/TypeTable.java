package io.agentportal.bridge.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What each type and variant of one partner becomes at the other: the tables in `types/`.
public final class TypeTable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private TypeTable() {}

  /// One row: what comes in and what has to be seen.
  ///
  /// @param type and variant: `text/forwarded`
  public record Row(String type, JsonNode json) {

    /// The message's kind in the transcript; null if the row is about no message.
    public @Nullable String kind() {
      return json.path("kind").asString(null);
    }

    public boolean isMessage() {
      return json.has("sees");
    }

    public String sees(Names names) {
      return names.in(json.path("sees").asString());
    }

    /// Genesys' media type of the file that goes with it; `""`: none.
    public String attached() {
      return json.path("attached").asString("");
    }

    /// What is said beside the file.
    public String words() {
      return json.path("words").asString("");
    }

    public boolean staysInThePortal() {
      return json.path("portalOnly").asBoolean(false);
    }

    /// How Genesys knows the contact.
    public String contact(Names names) {
      return names.in(json.path("contact").asString("+{phone}"));
    }

    /// The webhook call that brings it.
    public byte[] body(Names names) {
      ObjectNode value =
          json.path("value") instanceof ObjectNode given ? given.deepCopy() : messageValue();
      value.put("messaging_product", "whatsapp");
      value
          .putObject("metadata")
          .put("display_phone_number", "15550100201")
          .put("phone_number_id", names.phoneNumberId());
      ObjectNode root = JSON.createObjectNode().put("object", "whatsapp_business_account");
      ObjectNode entry = root.putArray("entry").addObject().put("id", names.wabaId());
      ObjectNode change = entry.putArray("changes").addObject();
      change.put("field", json.path("field").asString("messages"));
      change.set("value", value);
      return names.in(root.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode messageValue() {
      ObjectNode value = JSON.createObjectNode();
      ObjectNode contact = value.putArray("contacts").addObject().put("wa_id", "{phone}");
      contact.putObject("profile").put("name", "Mara Lind");
      ObjectNode message = value.putArray("messages").addObject();
      message.put("id", "{wamid}").put("from", "{phone}").put("timestamp", "{time}");
      message.setAll((ObjectNode) json.path("message"));
      return value;
    }

    @Override
    public String toString() {
      return type;
    }
  }

  /// Who and what the placeholders of a row stand for.
  ///
  /// @param number digits, of which all others are made
  /// @param mediaIds ids of files at Meta, by MIME type
  public record Names(
      String wabaId, String phoneNumberId, String number, Map<String, String> mediaIds) {

    public String wamid() {
      return "wamid.T" + number;
    }

    String in(String text) {
      String named = text;
      for (Map.Entry<String, String> file : mediaIds.entrySet()) {
        named = named.replace("{media:" + file.getKey() + "}", file.getValue());
      }
      return named
          .replace("{phone}", number)
          .replace("{phone2}", "9" + number)
          .replace("{user}", "DE.1" + number)
          .replace("{user2}", "DE.2" + number)
          .replace("{wamid}", wamid())
          .replace("{time}", "1791201600");
    }
  }

  /// The rows of a table, in its order.
  public static List<Row> rows(String name) {
    return lines(name + ".jsonl").stream()
        .map(JSON::readTree)
        .map(json -> new Row(json.path("type").asString(), json))
        .toList();
  }

  /// The lines of a list; comments start with `#`.
  static List<String> lines(String name) {
    try (InputStream file =
        Objects.requireNonNull(TypeTable.class.getResourceAsStream("/types/" + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
