package io.agentportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The example answers that the console's tests parse, in `contract/<area>.<endpoint>.json`.
///
/// A test produces one from a real answer; values that differ from run to run are replaced by
/// stable ones: the envelope's time, UUIDs by their order of appearance, our address, and what the
/// test names. The test fails when the committed file says something else;
/// `-Dcontract.rewrite=true` writes it anew.
public final class ContractExamples {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Path FOLDER = Path.of("..", "contract");
  private static final String STABLE_TIME = "2026-03-10T12:00:00Z";
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Map<String, Object> stable = new LinkedHashMap<>();

  public ContractExamples() {
    replace("/timestamp", STABLE_TIME);
  }

  /// Puts `value`, a text, number or truth value, where the JSON pointer points.
  public ContractExamples replace(String pointer, Object value) {
    stable.put(pointer, value);
    return this;
  }

  /// Compares an answer's whole body with the committed example.
  ///
  /// @param name `<area>.<endpoint>`
  public void check(String name, JsonNode body) {
    Path file = FOLDER.resolve(name + ".json");
    String example = stable(body);
    try {
      if (Boolean.getBoolean("contract.rewrite")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, example);
      }
      assertThat(file).as("written with -Dcontract.rewrite=true").exists();
      assertThat(example)
          .as("%s; written anew with -Dcontract.rewrite=true", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String stable(JsonNode body) {
    JsonNode copy = body.deepCopy();
    stable.forEach((pointer, value) -> put(copy, pointer, value));
    Map<String, String> uuids = new LinkedHashMap<>();
    return UUIDS
            .matcher(JSON.writeValueAsString(copy))
            .replaceAll(match ->
                uuids.computeIfAbsent(
                    match.group(),
                    _ -> "01900000-0000-7000-8000-%012d".formatted(uuids.size() + 1)))
            .replaceAll("http://localhost:\\d+", "http://localhost:3000")
        + "\n";
  }

  private static void put(JsonNode body, String pointer, Object value) {
    int last = pointer.lastIndexOf('/');
    String member = pointer.substring(last + 1);
    if (body.at(pointer.substring(0, last)) instanceof ObjectNode parent && parent.has(member)) {
      parent.set(member, JSON.valueToTree(value));
    }
  }
}
