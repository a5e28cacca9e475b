package io.agentportal.bridge.mapping;

import io.agentportal.media.FileStanding;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.whatsapp.OutgoingMessage;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A file as WhatsApp takes it: a picture, film or sound where type and size allow, and otherwise a
/// document, which may be anything up to 100 MB.
///
/// Source: Meta, supported media types (read 2026-08).
public final class FileForm {
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
  private static final Set<String> FILMS = Set.of("video/mp4", "video/3gpp");
  private static final Set<String> SOUNDS =
      Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg");
  private static final long PICTURE_BYTES = 5L << 20;
  private static final long FILM_BYTES = 16L << 20;

  private FileForm() {}

  /// @param mediaId at Meta
  /// @param caption null: none
  public static OutgoingMessage.Content of(
      FileStanding file, String mediaId, @Nullable String caption) {
    String type = type(String.valueOf(file.mime()), file.bytes());
    ObjectNode object = PartnerJson.object().put("id", mediaId);
    if (caption != null && !type.equals("audio")) {
      object.put("caption", caption);
    }
    if (type.equals("document")) {
      object.put("filename", file.nameOr());
    }
    return new OutgoingMessage.Typed(type, object);
  }

  static String type(String mime, long bytes) {
    if (PICTURES.contains(mime) && bytes <= PICTURE_BYTES) {
      return "image";
    }
    if (FILMS.contains(mime) && bytes <= FILM_BYTES) {
      return "video";
    }
    return SOUNDS.contains(mime) && bytes <= FILM_BYTES ? "audio" : "document";
  }
}
