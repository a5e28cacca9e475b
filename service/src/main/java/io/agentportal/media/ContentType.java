package io.agentportal.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file is by its first bytes, whatever anybody says it is.
final class ContentType {
  /// As many bytes as are looked at.
  static final int HEAD = 512;

  static final String UNKNOWN = "application/octet-stream";

  private ContentType() {}

  /// The type by content; the claimed one for types that content does not tell apart.
  static String of(byte[] head, @Nullable String claimed) {
    String known = known(head);
    String said = plain(claimed);
    if (known == null) {
      return isFamily(said, "image/", "video/", "audio/") ? UNKNOWN : said;
    }
    // Office files are archives; which of them, only their sender can say quickly.
    boolean archive = known.equals("application/zip") && said.startsWith("application/");
    // Sound alone may come in the same containers as films.
    boolean sound = known.equals("video/mp4") && said.startsWith("audio/");
    return archive || sound ? said : known;
  }

  /// Programs, which nobody sends a contact centre for a good reason.
  static boolean isProgram(byte[] head) {
    return starts(head, "MZ")
        || starts(head, "\u007fELF")
        || (starts(head, "#!") && !starts(head, "#!AMR"))
        || starts(head, "\u00cf\u00fa\u00ed\u00fe")
        || starts(head, "\u00ca\u00fe\u00ba\u00be")
        || starts(head, "\u00fe\u00ed\u00fa");
  }

  /// The kind of message that a file of this type is.
  ///
  /// @param claimed the kind it was announced as
  static String kind(String claimed, String mime) {
    if (claimed.equals("sticker") && mime.equals("image/webp")) {
      return "sticker";
    }
    if (claimed.equals("document")) {
      return "document";
    }
    if (mime.startsWith("image/") && !mime.contains("svg")) {
      return "image";
    }
    if (mime.startsWith("video/")) {
      return "video";
    }
    return mime.startsWith("audio/") ? "audio" : "document";
  }

  /// Without parameters, lower case; unknown if there is none.
  static String plain(@Nullable String mime) {
    if (mime == null) {
      return UNKNOWN;
    }
    String type = mime.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}") ? type : UNKNOWN;
  }

  private static @Nullable String known(byte[] head) {
    if (starts(head, "\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (starts(head, "\u0089PNG")) {
      return "image/png";
    }
    if (starts(head, "GIF8")) {
      return "image/gif";
    }
    if (starts(head, "RIFF")) {
      return at(head, 8, "WEBP") ? "image/webp" : at(head, 8, "WAVE") ? "audio/wav" : null;
    }
    if (at(head, 4, "ftyp")) {
      return container(head);
    }
    if (starts(head, "OggS")) {
      return "audio/ogg";
    }
    if (starts(head, "#!AMR")) {
      return "audio/amr";
    }
    if (starts(head, "ID3") || isMpegSound(head)) {
      return "audio/mpeg";
    }
    if (starts(head, "%PDF-")) {
      return "application/pdf";
    }
    if (starts(head, "PK\u0003\u0004")) {
      return "application/zip";
    }
    return null;
  }

  private static String container(byte[] head) {
    if (at(head, 8, "3gp")) {
      return "video/3gpp";
    }
    if (at(head, 8, "M4A")) {
      return "audio/mp4";
    }
    return at(head, 8, "qt") ? "video/quicktime" : "video/mp4";
  }

  private static boolean isMpegSound(byte[] head) {
    return head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xe0) == 0xe0;
  }

  private static boolean starts(byte[] head, String text) {
    return at(head, 0, text);
  }

  private static boolean at(byte[] head, int from, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (head.length < from + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (head[from + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFamily(String type, String... families) {
    for (String family : families) {
      if (type.startsWith(family)) {
        return true;
      }
    }
    return false;
  }
}
