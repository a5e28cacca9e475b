package io.agentportal.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a page in `docs/` that is written from the code, between two markers.
final class GeneratedSection {
  private final Path page;
  private final String begin;
  private final String end;

  GeneratedSection(String page, String name) {
    this.page = Path.of("..", "docs", page);
    this.begin = "<!-- generated: " + name + " -->\n";
    this.end = "<!-- end of generated: " + name + " -->\n";
  }

  /// What the page says.
  String read() throws IOException {
    String text = Files.readString(page);
    return text.substring(from(text), to(text));
  }

  /// Writes the section into the page if `-Ddocs.rewrite=true` is set.
  void rewriteIfAsked(String section) throws IOException {
    if (Boolean.getBoolean("docs.rewrite")) {
      String text = Files.readString(page);
      Files.writeString(page, text.substring(0, from(text)) + section + text.substring(to(text)));
    }
  }

  private int from(String text) {
    return position(text, begin) + begin.length();
  }

  private int to(String text) {
    return position(text, end);
  }

  private int position(String text, String marker) {
    int at = text.indexOf(marker);
    if (at < 0) {
      throw new IllegalStateException(page + ": lacks the line " + marker);
    }
    return at;
  }
}
