package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.platform.Json;
import io.agentsandbox.support.Rest;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MediaTest extends MetaTest {
  private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

  @Test
  void givesBackWhatWasUploaded() throws NoSuchAlgorithmException {
    String id = upload("image/png").json().path("id").asString();

    JsonNode resolved = graph.get("/v26.0/" + id).json();
    Rest.Answer content = graph.get(resolved.path("url").asString());

    assertThat(resolved.path("mime_type").asString()).isEqualTo("image/png");
    assertThat(resolved.path("file_size").asInt()).isEqualTo(PICTURE.length);
    assertThat(resolved.path("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE)));
    assertThat(content.bytes()).isEqualTo(PICTURE);
    assertThat(content.header("Content-Type")).contains("image/png");
  }

  @Test
  void keepsALinkForFiveMinutesAndForTheOwnersTokenOnly() {
    String id = upload("image/png").json().path("id").asString();
    String url = graph.get("/v26.0/" + id).json().path("url").asString();

    int withoutToken = rest.get(url).status();
    int withAnothers = rest.with(sandbox.contoso().meta().systemUserToken()).get(url).status();
    sandbox.control().advanceClock(Duration.ofMinutes(5));
    int late = graph.get(url).status();

    assertThat(withoutToken).isEqualTo(401);
    assertThat(withAnothers).isEqualTo(404);
    assertThat(late).isEqualTo(404);
  }

  @Test
  void forgetsADeletedFile() {
    String id = upload("image/png").json().path("id").asString();

    Rest.Answer deleted = graph.delete("/v26.0/" + id);

    assertThat(deleted.json().path("success").asBoolean()).isTrue();
    assertThat(code(graph.get("/v26.0/" + id))).isEqualTo(100);
  }

  @Test
  void sendsAnUploadedFile() {
    hear();
    String id = upload("image/png").json().path("id").asString();

    Rest.Answer sent =
        send("\"type\":\"image\",\"image\":{\"id\":\"" + id + "\",\"caption\":\"c\"}");

    assertThat(sent.status()).isEqualTo(200);
  }

  @Test
  void refusesAnUploadWithoutAFile() {
    Rest.Answer answer = graph.post(node("/media"), "{}");

    assertThat(code(answer)).isEqualTo(100);
  }

  @Test
  void lendsACustomersPictureWithItsDigest() throws NoSuchAlgorithmException {
    sandbox
        .control()
        .customerSends(NORTHWIND, Json.object().put("from", CUSTOMER).put("type", "image"));

    JsonNode image =
        awaitHooks("/meta", 1).getFirst().value().path("messages").path(0).path("image");
    byte[] content = graph.get(image.path("url").asString()).bytes();

    assertThat(content).startsWith(0x89, 'P', 'N', 'G');
    assertThat(image.path("sha256").asString())
        .isEqualTo(
            Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content)));
    assertThat(graph.get("/v26.0/" + image.path("id").asString()).status()).isEqualTo(200);
  }

  @Test
  void takesACustomersOwnBytes() {
    sandbox
        .control()
        .customerSends(
            NORTHWIND,
            Json.object()
                .put("from", CUSTOMER)
                .put("type", "document")
                .put("bytes", Base64.getEncoder().encodeToString(PICTURE)));

    JsonNode document =
        awaitHooks("/meta", 1).getFirst().value().path("messages").path(0).path("document");

    assertThat(graph.get(document.path("url").asString()).bytes()).isEqualTo(PICTURE);
  }

  private Rest.Answer upload(String type) {
    String body =
        """
        --b0undary\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --b0undary\r
        Content-Disposition: form-data; name="file"; filename="a.png"\r
        Content-Type: %s\r
        \r
        %s\r
        --b0undary--\r
        """
            .formatted(type, new String(PICTURE, StandardCharsets.UTF_8));
    return graph.send(
        graph
            .request(node("/media"))
            .header("Content-Type", "multipart/form-data; boundary=b0undary")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
