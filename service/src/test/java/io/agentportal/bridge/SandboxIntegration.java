package io.agentportal.bridge;

import io.agentsandbox.world.OAuthClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes an Open Messaging integration at the sandbox's Genesys, as an admin would beforehand.
public final class SandboxIntegration {
  private final URI genesys;
  private final OAuthClient client;

  public SandboxIntegration(URI genesys, OAuthClient client) {
    this.genesys = genesys;
    this.client = client;
  }

  /// Answers its id.
  public String create(String name, URI hook, String secret) {
    String basic =
        Base64.getEncoder()
            .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
    JsonNode token =
        send(
            HttpRequest.newBuilder(genesys.resolve("/oauth/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "name",
                    name,
                    "outboundNotificationWebhookUrl",
                    hook.toString(),
                    "outboundNotificationWebhookSignatureSecretToken",
                    secret));
    URI integrations = genesys.resolve("/api/v2/conversations/messaging/integrations/open");
    return send(HttpRequest.newBuilder(integrations)
            .header("Authorization", "Bearer " + token.path("access_token").asString())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .path("id")
        .asString();
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer + ": " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
