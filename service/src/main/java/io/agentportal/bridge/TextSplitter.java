package io.agentportal.bridge;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into parts that WhatsApp takes, where a reader would pause: at a paragraph, a line,
/// a sentence, a word; never inside a character.
final class TextSplitter {
  /// Characters of one WhatsApp text (Cloud API, messages).
  static final int MAX = 4096;

  /// A pause in the first half is too early: it would make many short parts.
  private static final int EARLIEST = MAX / 2;

  private static final List<String> PAUSES = List.of("\n\n", "\n", ". ", "! ", "? ", "; ", " ");

  private TextSplitter() {}

  /// At least one part, none longer than [#MAX] UTF-16 units.
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > MAX) {
      int cut = cut(rest);
      String part = rest.substring(0, cut).stripTrailing();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      rest = rest.substring(cut).stripLeading();
    }
    if (!rest.isEmpty() || parts.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }

  private static int cut(String text) {
    for (String pause : PAUSES) {
      int end = text.lastIndexOf(pause, MAX - pause.length());
      if (end >= EARLIEST) {
        return end + pause.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX;
  }
}
