package io.agentsandbox.genesys;

import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// Fetches the files of inbound messages, as Genesys does: right after it took the message, without
/// credentials, and at most 25 MB (help page on supported content profiles).
final class AttachmentFetch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 25L << 20;

  private final SandboxClock clock;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(4)).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  AttachmentFetch(SandboxClock clock) {
    this.clock = clock;
  }

  void fetch(Organisation organisation, InboundMessage message, JsonNode body) {
    for (JsonNode content : body.path("content")) {
      String url = Json.text(content.path("attachment"), "url");
      if (!url.isEmpty()) {
        threads.execute(() -> organisation.files.add(fetch(message.id(), url)));
      }
    }
  }

  private FetchedFile fetch(String messageId, String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      byte[] content = answer.body();
      String problem =
          answer.statusCode() != 200
              ? "status " + answer.statusCode()
              : content.length > MOST_BYTES ? "larger than 25 MB" : "";
      return new FetchedFile(
          clock.millis(),
          messageId,
          url,
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          content.length,
          sha256(content),
          problem);
    } catch (IOException | IllegalArgumentException failure) {
      return failed(messageId, url, failure.toString());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(messageId, url, "interrupted");
    }
  }

  private FetchedFile failed(String messageId, String url, String problem) {
    return new FetchedFile(clock.millis(), messageId, url, 0, "", 0, "", problem);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
