package io.agentportal.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentportal.PortalClient;
import io.agentportal.PortalClient.Answer;
import io.agentportal.PortalTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesIT {
  private static final Pattern SCRIPT = Pattern.compile("/assets/[A-Za-z0-9_.-]+\\.js");

  private final PortalClient browser = PortalTest.running().browser();

  /// A build for Java alone leaves the console out.
  private static void assumeTheConsoleIsBuilt() {
    assumeTrue(ConsoleFilesIT.class.getResource("/static/index.html") != null, "console not built");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/conversations/7d1f?tab=audit", "/onboarding"})
  void answersThePageForEveryAddressOfTheConsole(String path) {
    assumeTheConsoleIsBuilt();

    Answer answer = browser.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.header("Cache-Control")).hasValue("no-cache");
    assertThat(answer.body()).contains("<div id=");
  }

  @Test
  void letsBrowsersKeepHashedFilesForEver() {
    assumeTheConsoleIsBuilt();
    Matcher script = SCRIPT.matcher(browser.get("/").body());
    assertThat(script.find()).isTrue();

    Answer brotli = headers(script.group(), "gzip, deflate, br, zstd");
    Answer gzip = headers(script.group(), "gzip, br;q=0");

    assertThat(brotli.header("Cache-Control").orElse(""))
        .contains("max-age=31536000", "public", "immutable");
    assertThat(brotli.header("Content-Encoding")).hasValue("br");
    assertThat(gzip.header("Content-Encoding")).hasValue("gzip");
  }

  private Answer headers(String path, String acceptEncoding) {
    return browser.with("Accept-Encoding", acceptEncoding).send("HEAD", path, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/gone-1234.js", "/missing.png", "/../application.yaml"})
  void answersNoPageForAFileThatIsNotThere(String path) {
    assertThat(browser.get(path).status()).isIn(400, 404);
  }

  @Test
  void answersTheEnvelopeForAnUnknownAddressOfTheApi() {
    PortalClient admin = PortalTest.running().signIn("admin@northwind.example");

    for (Answer answer :
        new Answer[] {admin.get("/api/nothing-here"), admin.post("/api/nothing/here", "{}")}) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
      assertThat(answer.json().path("error").path("details").path("requestId").asString())
          .isNotEmpty();
    }
  }

  @Test
  void saysThatAMethodIsNotPossible() {
    PortalClient admin = PortalTest.running().signIn("admin@northwind.example");

    assertThat(admin.delete("/api/onboarding/progress").code()).isEqualTo("METHOD_NOT_ALLOWED");
  }
}
