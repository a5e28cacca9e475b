package io.agentportal;

import io.agentportal.PortalClient.Answer;
import io.agentportal.platform.db.TestDatabase;
import io.agentsandbox.Sandbox;
import io.agentsandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// The whole application with a real database and the sandbox, started once for all tests of a JVM.
///
/// ```java
/// private final PortalTest portal = PortalTest.running();
///
/// PortalClient admin = portal.signIn("admin@northwind.example");
/// Answer answer = admin.get("/api/auth/session");
/// ```
///
/// Tests share its tenants: Northwind and Contoso, which exist once somebody signed in.
public final class PortalTest {
  /// Of the login and its challenge in every test; RFC 7636, appendix B.
  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final String MASTER_KEY =
      """
      {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
      "value":"GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==","keyMaterialType":"SYMMETRIC"},\
      "status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}\
      """;

  private final RunningClock clock = new RunningClock();
  private final TestDatabase database = new TestDatabase();
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
  private final URI baseUri = URI.create("http://localhost:" + freePort());
  private final ConfigurableApplicationContext application = start();

  private PortalTest() {}

  /// What Genesys sends the browser back with.
  public record Return(String code, String state) {}

  private static final class Holder {
    private static final PortalTest RUNNING = new PortalTest();
  }

  /// The application, started if it is not yet.
  public static PortalTest running() {
    return Holder.RUNNING;
  }

  public URI baseUri() {
    return baseUri;
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  /// The application's clock: the real time until a test moves it on.
  public RunningClock clock() {
    return clock;
  }

  public JdbcClient jdbc() {
    return database.jdbc();
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /// A browser that nobody signed in with.
  public PortalClient browser() {
    return new PortalClient(baseUri);
  }

  /// A browser of one of the sandbox's people, signed in: `admin@northwind.example`,
  /// `viewer@northwind.example`, and both of `contoso.example`.
  public PortalClient signIn(String email) {
    PortalClient browser = browser();
    Answer answer = signIn(browser, email);
    if (answer.status() != 200) {
      throw new IllegalStateException(email + " could not sign in: " + answer.body());
    }
    return browser;
  }

  /// Goes through the whole login and returns the answer of the callback.
  public Answer signIn(PortalClient browser, String email) {
    Return back = atGenesys(begin(browser), email);
    return browser.post("/api/auth/callback", callback(back.code(), back.state(), VERIFIER));
  }

  /// Starts a login.
  public Answer begin(PortalClient browser) {
    return browser.post("/api/auth/login/init", loginRequest(baseUri + "/callback", "/"));
  }

  /// Asks for a confirmation, signs in at Genesys once more, and returns the confirmation token.
  ///
  /// @param email who signs in to confirm: should be whose browser it is
  public String confirm(PortalClient browser, String purpose, String email) {
    Return back = atGenesys(beginConfirmation(browser, purpose), email);
    Answer answer = finishConfirmation(browser, back.code(), back.state());
    if (answer.status() != 200) {
      throw new IllegalStateException(email + " could not confirm: " + answer.body());
    }
    return answer.data().path("confirmationToken").asString();
  }

  public Answer beginConfirmation(PortalClient browser, String purpose) {
    return browser.post(
        "/api/auth/confirm/init",
        json(Map.of("purpose", purpose, "redirectUri", baseUri + "/confirm-callback")));
  }

  public Answer finishConfirmation(PortalClient browser, String code, String state) {
    return browser.post("/api/auth/confirm/callback", json(Map.of("code", code, "state", state)));
  }

  public static String loginRequest(String redirectUri, String returnTo) {
    return json(
        Map.of("codeChallenge", CHALLENGE, "redirectUri", redirectUri, "returnTo", returnTo));
  }

  public static String callback(String code, String state, String verifier) {
    return json(Map.of("code", code, "state", state, "codeVerifier", verifier));
  }

  public static String json(Map<String, ?> members) {
    return JsonMapper.shared().writeValueAsString(members);
  }

  /// Signs in on the sandbox's login page; returns what the browser is sent back with.
  public Return atGenesys(Answer begun, String email) {
    String authUrl = begun.data().path("authUrl").asString();
    String page = location(HttpRequest.newBuilder(URI.create(authUrl)).build());
    String form =
        "request=%s&email=%s&password=%s"
            .formatted(
                queryOf(page).get("request"),
                URLEncoder.encode(email, StandardCharsets.UTF_8),
                sandbox.password());
    var login =
        HttpRequest.newBuilder(sandbox.baseUri().resolve("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    Map<String, String> query = queryOf(location(login));
    return new Return(query.getOrDefault("code", "none"), query.getOrDefault("state", "none"));
  }

  private static Map<String, String> queryOf(String uri) {
    return UriComponentsBuilder.fromUriString(uri).build().getQueryParams().toSingleValueMap();
  }

  private static String location(HttpRequest request) {
    try (var http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return answer
          .headers()
          .firstValue("Location")
          .orElseThrow(() -> new IllegalStateException(request + ": " + answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ConfigurableApplicationContext start() {
    var spring = new SpringApplication(PortalApplication.class);
    spring.addInitializers(
        (ApplicationContextInitializer<ConfigurableApplicationContext>)
            context -> context.getBeanFactory().registerSingleton("clock", clock));
    return spring.run(
        properties().entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new));
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>(database.properties());
    properties.put("server.port", Integer.toString(baseUri.getPort()));
    properties.put("management.server.port", "0");
    properties.put("portal.public-url", baseUri.toString());
    properties.put("portal.data-dir", "target/test-data");
    properties.put("portal.master-key", MASTER_KEY);
    properties.put("portal.genesys.client-id", sandbox.loginClient().id());
    properties.put("portal.genesys.client-secret", sandbox.loginClient().secret());
    properties.put("portal.genesys.regions.us-east-1.login-url", sandbox.baseUri().toString());
    properties.put("portal.genesys.regions.us-east-1.api-url", sandbox.baseUri().toString());
    properties.put("portal.meta.graph-url", sandbox.baseUri().toString());
    properties.put("portal.conversations.idle.check-every", "24h"); // tests write old conversations
    return properties;
  }

  /// Chosen before the start, because the public URL names it.
  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
