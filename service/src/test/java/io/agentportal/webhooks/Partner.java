package io.agentportal.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Calls the portal as Meta and Genesys do. Signs on its own: a mistake of the product's signature
/// code must not be made twice.
final class Partner {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  Partner(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  HttpResponse<String> post(String path, byte[] body, String signature) {
    return send(
        request(path)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", signature));
  }

  HttpResponse<String> post(String path, String body, String signature) {
    return post(path, body.getBytes(StandardCharsets.UTF_8), signature);
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError("the portal did not answer", failure);
    }
  }

  static String hex(String secret, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(hmac(secret, body));
  }

  static String hex(String secret, String body) {
    return hex(secret, body.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(String secret, String body) {
    byte[] digest = hmac(secret, body.getBytes(StandardCharsets.UTF_8));
    return "sha256=" + Base64.getEncoder().encodeToString(digest);
  }

  private static byte[] hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }
}
