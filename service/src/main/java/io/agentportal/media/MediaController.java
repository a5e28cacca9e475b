package io.agentportal.media;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out files to whoever has a link: Genesys, and people's browsers.
///
/// A browser shows what cannot act (pictures, films, sounds, PDF) and saves everything else; it
/// never guesses the type.
@RestController
class MediaController {
  private static final Set<String> SHOWN =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "video/mp4",
          "video/3gpp",
          "audio/mpeg",
          "audio/ogg",
          "audio/mp4",
          "audio/aac",
          "audio/amr",
          "application/pdf");

  private final MediaLinks links;
  private final MediaFileStore files;
  private final FileVault vault;

  MediaController(MediaLinks links, MediaFileStore files, FileVault vault) {
    this.links = links;
    this.files = files;
    this.vault = vault;
  }

  @GetMapping("/media/{token}")
  void file(@PathVariable String token, HttpServletResponse response) throws IOException {
    Optional<MediaFile> file = links.open(token).flatMap(this::kept);
    if (file.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String digest = String.valueOf(file.get().digest());
    try (InputStream content = vault.open(file.get().tenantId(), digest)) {
      headers(response, file.get());
      content.transferTo(response.getOutputStream());
    } catch (NoSuchFileException _) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Optional<MediaFile> kept(FileKey key) {
    return files
        .find(key.tenantId(), key.id())
        .filter(file -> file.state() == FileStanding.State.KEPT);
  }

  private static void headers(HttpServletResponse response, MediaFile file) {
    FileStanding standing = file.standing(file.createdAt());
    String mime = String.valueOf(standing.mime());
    boolean shown = SHOWN.contains(mime);
    response.setContentType(shown ? mime : ContentType.UNKNOWN);
    response.setContentLengthLong(standing.bytes());
    response.setHeader(
        "Content-Disposition",
        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(standing.nameOr(), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cache-Control", "private, no-store");
  }
}
