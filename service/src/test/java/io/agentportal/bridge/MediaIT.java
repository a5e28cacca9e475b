package io.agentportal.bridge;

import static io.agentportal.bridge.Northwind.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Files both ways, through the running service.
class MediaIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final Northwind northwind = Northwind.connected();
  private final String customer = northwind.newCustomer();

  @AfterEach
  void endFaults() {
    northwind.control.clearFaults();
  }

  @ParameterizedTest
  @CsvSource({
    "image, Image, image/png",
    "video, Video, video/mp4",
    "audio, Audio, audio/ogg",
    "document, File, application/pdf",
    "sticker, Image, image/webp"
  })
  void attachesWhatACustomerSends(String type, String mediaType, String mime) {
    northwind.control.customerSends(ORG, message(type));

    JsonNode attachment = onlyAtGenesys().path("content").path(0).path("attachment");
    assertThat(attachment.path("mediaType").asString()).isEqualTo(mediaType);
    assertThat(attachment.path("mime").asString()).isEqualTo(mime);
    JsonNode fetched = fetchedByGenesys();
    assertThat(fetched.path("status").asInt()).isEqualTo(200);
    assertThat(fetched.path("mime").asString()).startsWith(mime);
    assertThat(fetched.path("bytes").asInt()).isPositive();
  }

  @Test
  void handsOverTheSameBytesWithTheCaptionAsText() throws Exception {
    ObjectNode message = message("image").put("bytes", Base64.getEncoder().encodeToString(PNG));
    message.putObject("image").put("mime_type", "image/png").put("caption", "My roof");

    northwind.control.customerSends(ORG, message);

    assertThat(onlyAtGenesys().path("text").asString()).isEqualTo("My roof");
    assertThat(fetchedByGenesys().path("sha256").asString()).isEqualTo(sha256(PNG));
  }

  @Test
  void triesAgainUntilMetaHandsTheFileOver() {
    northwind.control.fault(
        Map.of("target", "meta.media", "kind", "server-error", "org", ORG, "count", 2));

    northwind.control.customerSends(ORG, message("image"));

    assertThat(onlyAtGenesys().path("content").path(0).path("attachment").path("url").asString())
        .contains("/media/");
  }

  @Test
  void explainsAFileThatMetaDoesNotHave() {
    ObjectNode message = message("document");
    message.putObject("document").put("id", "1").put("filename", "bill.pdf");

    northwind.control.customerSends(ORG, message);

    assertThat(onlyAtGenesys().path("text").asString())
        .startsWith("Document bill.pdf\n(The file could not be fetched from WhatsApp: ");
  }

  @Test
  void refusesAProgramAndSaysSo() {
    ObjectNode message = message("document").put("bytes", base64("MZ this is a program"));
    message.putObject("document").put("mime_type", "application/pdf").put("filename", "bill.pdf");

    northwind.control.customerSends(ORG, message);

    assertThat(onlyAtGenesys().path("text").asString())
        .isEqualTo("Document bill.pdf\n(The file is a program and is not passed on.)");
  }

  @Test
  void showsTheFileInTheTranscriptByALinkOfItsOwn() throws Exception {
    northwind.control.customerSends(ORG, message("image"));
    onlyAtGenesys();

    JsonNode media = shownMedia();
    assertThat(media.path("kind").asString()).isEqualTo("image");
    assertThat(media.path("state").asString()).isEqualTo("kept");
    HttpResponse<byte[]> file = get(media.path("url").asString());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
    String forged = media.path("url").asString().replaceAll("...$", "AAA");
    assertThat(get(forged).statusCode()).isEqualTo(404);
  }

  @Test
  void sendsAnAgentsPictureWithItsWordsAsCaption() throws Exception {
    agentSends("picture.png", "image/png", PNG, "Here it is");

    JsonNode body = onlySent().path("body");
    assertThat(body.path("type").asString()).isEqualTo("image");
    assertThat(body.path("image").path("caption").asString()).isEqualTo("Here it is");
    assertThat(atMeta(body.path("image").path("id").asString()).path("sha256").asString())
        .isEqualTo(sha256(PNG));
  }

  @Test
  void sendsAsADocumentWhatWhatsAppHasNoFormFor() {
    agentSends("notes.txt", "text/plain", "Notes".getBytes(StandardCharsets.UTF_8), "");

    JsonNode body = onlySent().path("body");
    assertThat(body.path("type").asString()).isEqualTo("document");
    assertThat(body.path("document").path("filename").asString()).isEqualTo("notes.txt");
  }

  @Test
  void neverFetchesFromAServerThatIsNoPartner() {
    opened();
    ObjectNode message = JSON.createObjectNode().put("contact", "+" + customer).put("type", "Text");
    message
        .putArray("content")
        .addObject()
        .put("contentType", "Attachment")
        .putObject("attachment")
        .put("mediaType", "Image")
        .put("mime", "image/png")
        .put("url", "http://169.254.169.254/latest/meta-data");
    northwind.control.agentAnswers(ORG, message);

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(northwind.receipts(customer)).isNotEmpty();
          JsonNode receipt = northwind.receipts(customer).getFirst();
          assertThat(receipt.path("status").asString()).isEqualTo("Failed");
          assertThat(receipt.path("reasons").path(0).path("message").asString())
              .contains("is no partner");
        });
    assertThat(northwind.sentByWhatsApp(customer)).isEmpty();
  }

  private ObjectNode message(String type) {
    return JSON.createObjectNode().put("from", customer).put("name", "Ann").put("type", type);
  }

  private void opened() {
    northwind.control.customerSends(ORG, customer, "Ann", "Hello from " + customer);
    await().atMost(SOON).until(() -> !northwind.textsAtGenesys(customer).isEmpty());
  }

  private void agentSends(String name, String mime, byte[] content, String text) {
    opened();
    ObjectNode file =
        JSON.createObjectNode()
            .put("contact", "+" + customer)
            .put("filename", name)
            .put("mime", mime)
            .put("bytes", Base64.getEncoder().encodeToString(content));
    northwind.control.agentSendsFile(ORG, text.isEmpty() ? file : file.put("text", text));
  }

  private JsonNode onlyAtGenesys() {
    await().atMost(SOON).until(() -> !northwind.textsAtGenesys(customer).isEmpty());
    return northwind.control.genesysMessages(ORG, "+" + customer).path(0);
  }

  private JsonNode fetchedByGenesys() {
    String id = onlyAtGenesys().path("id").asString();
    return await()
        .atMost(SOON)
        .until(
            () ->
                northwind
                    .control
                    .genesysFiles(ORG)
                    .valueStream()
                    .filter(file -> file.path("messageId").asString().equals(id))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private JsonNode onlySent() {
    await().atMost(SOON).until(() -> !northwind.sentByWhatsApp(customer).isEmpty());
    return northwind.sentByWhatsApp(customer).getFirst();
  }

  private JsonNode shownMedia() {
    String conversation =
        northwind
            .admin
            .get("/api/conversations?search=" + customer)
            .data()
            .path("conversations")
            .path(0)
            .path("id")
            .asString();
    return northwind
        .admin
        .get("/api/conversations/" + conversation + "/messages")
        .data()
        .path("messages")
        .path(0)
        .path("media");
  }

  private JsonNode atMeta(String mediaId) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(northwind.portal.sandbox().baseUri().resolve("/v26.0/" + mediaId))
            .header("Authorization", "Bearer " + northwind.world.meta().systemUserToken())
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    URI address = northwind.portal.baseUri().resolve(path);
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
