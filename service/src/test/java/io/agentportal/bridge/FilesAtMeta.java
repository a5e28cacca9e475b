package io.agentportal.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Small files of each kind in the media store of the sandbox' Meta.
final class FilesAtMeta {
  private static final Map<String, String> CONTENTS =
      Map.of(
          "image/png", "\u0089PNG\r\n\u001a\n a picture",
          "image/webp", "RIFF\u0010\0\0\0WEBPVP8L",
          "video/mp4", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom",
          "audio/ogg", "OggS\0\u0002 a sound",
          "application/pdf", "%PDF-1.4\n%%EOF");

  private final Northwind northwind;

  FilesAtMeta(Northwind northwind) {
    this.northwind = northwind;
  }

  /// Media ids by MIME type.
  Map<String, String> upload() {
    Map<String, String> ids = new HashMap<>();
    CONTENTS.forEach((mime, content) -> ids.put(mime, upload(mime, content)));
    return ids;
  }

  private String upload(String mime, String content) {
    String form =
        part("messaging_product", "whatsapp")
            + part("type", mime)
            + "--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
            + "Content-Type: "
            + mime
            + "\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(
                northwind
                    .portal
                    .sandbox()
                    .baseUri()
                    .resolve("/v26.0/" + northwind.world.meta().phoneNumberId() + "/media"))
            .header("Authorization", "Bearer " + northwind.world.meta().systemUserToken())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.ISO_8859_1)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return JsonMapper.shared()
          .readTree(http.send(request, BodyHandlers.ofString()).body())
          .path("id")
          .asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String part(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }
}
