package io.agentsandbox.meta;

import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.Call;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `multipart/form-data` that is already in memory.
final class Multipart {
  /// One field; the content type is empty when the part names none.
  record Part(String contentType, Bytes content) {
    String text() {
      return new String(content.array(), StandardCharsets.UTF_8);
    }
  }

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*([^\\r\\n]+)");

  private Multipart() {}

  /// The parts by name. Refuses with 100 when the body is not multipart.
  static Map<String, Part> read(Call call) {
    Matcher boundary = BOUNDARY.matcher(call.header("Content-Type").orElse(""));
    if (!boundary.find()) {
      throw GraphRefusal.badParameter("The body must be multipart/form-data.");
    }
    byte[] body = call.body();
    byte[] delimiter = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    Map<String, Part> parts = new LinkedHashMap<>();
    int from = indexOf(body, delimiter, 0);
    while (from >= 0) {
      int start = from + delimiter.length + 2;
      int next = indexOf(body, delimiter, start);
      if (next < 0) {
        break;
      }
      addPart(Arrays.copyOfRange(body, start, next - 2), parts);
      from = next;
    }
    return parts;
  }

  private static void addPart(byte[] part, Map<String, Part> parts) {
    int end = indexOf(part, new byte[] {'\r', '\n', '\r', '\n'}, 0);
    if (end < 0) {
      return;
    }
    String headers = new String(part, 0, end, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(headers);
    if (name.find()) {
      Matcher type = TYPE.matcher(headers);
      byte[] content = Arrays.copyOfRange(part, end + 4, part.length);
      parts.put(
          name.group(1), new Part(type.find() ? type.group(1).strip() : "", new Bytes(content)));
    }
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int at = from; at <= body.length - wanted.length; at++) {
      if (Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
