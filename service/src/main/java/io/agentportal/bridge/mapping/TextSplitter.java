package io.agentportal.bridge.mapping;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into parts that WhatsApp takes, where a reader would pause: at a paragraph, a line,
/// a sentence, a word; never inside a character.
final class TextSplitter {
  /// Characters of one WhatsApp text (Cloud API, messages).
  static final int MAX = 4096;

  private static final List<String> PAUSES = List.of("\n\n", "\n", ". ", "! ", "? ", "; ", " ");

  private TextSplitter() {}

  /// At least one part, none longer than [#MAX] UTF-16 units.
  static List<String> split(String text) {
    return split(text, MAX);
  }

  /// At least one part, none longer than `max` UTF-16 units.
  static List<String> split(String text, int max) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > max) {
      int cut = cut(rest, max);
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

  /// A pause in the first half is too early: it would make many short parts.
  private static int cut(String text, int max) {
    for (String pause : PAUSES) {
      int end = text.lastIndexOf(pause, max - pause.length());
      if (end >= max / 2) {
        return end + pause.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
  }
}
