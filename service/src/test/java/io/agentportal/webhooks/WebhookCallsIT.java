package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.agentportal.PortalApplication;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = PortalApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "portal.data-dir=target/webhook-calls",
      "portal.meta.app-secret=the shared app",
      "portal.meta.verify-token=the shared token"
    })
class WebhookCallsIT {
  private static final String APP_SECRET = "portal-test-app-secret";
  private static final String WEBHOOK_SECRET = "a Genesys webhook secret";
  private static final String BODY = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final TenantId tenant = StoreParts.aTenant();
  private final String meta = "/webhook/meta/" + tenant;
  private final String genesys = "/webhook/genesys/" + tenant;
  private final Partner partner;
  private final Vault vault;
  private final WebhookFindings findings;

  @Autowired
  WebhookCallsIT(@LocalServerPort int port, Vault vault, WebhookFindings findings) {
    this.partner = new Partner(port);
    this.vault = vault;
    this.findings = findings;
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws GeneralSecurityException {
    var tink = AeadConfig2026.get();
    String masterKey =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink),
            tink,
            InsecureSecretKeyAccess.get());
    registry.add("portal.master-key", () -> masterKey);
    database.properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  @BeforeEach
  void connectTheTenant() {
    keep(CredentialKind.WHATSAPP_APP_SECRET, APP_SECRET);
    keep(CredentialKind.GENESYS_WEBHOOK_SECRET, WEBHOOK_SECRET);
    keep(CredentialKind.META_VERIFY_TOKEN, "the tenant's token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Bodies and digests as agreed for all implementations of Meta's signature.
        "{\"object\":\"whatsapp_business_account\",\"entry\":[]}"
            + "|64617458886dd73fbffd23aa9e31d4978f6b38c5d4785dd0509a72ac26a85dde",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":"
            + "{\"messages\":[{\"text\":{\"body\":\"caf\\u00e9 \\ud83d\\udc4d a\\u0040b.example \\/x\"}}]},"
            + "\"field\":\"messages\"}]}]}"
            + "|9e30864e6ff48ea24b520f538a6dc3035a124ac423e0204305058bd6aa272c64",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":"
            + "{\"messages\":[{\"text\":{\"body\":\"café 👍 a@b.example /x\"}}]},\"field\":\"messages\"}]}]}"
            + "|85c344f7f02845030d16f604ce157172bbdfb7567d452d16ea96e51e52df9351",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":"
            + "{\"messages\":[{\"text\":{\"body\":\"café 👍 a@b.example /x\"}}]},\"field\":\"messages\"}]}]}"
            + "|61485ffe2669050e4f1d418aa5dfe647a8da2dc457bcd32ddb7e26f61da33ee9",
      })
  void storesWhatMetaSignedByteForByte(String body, String digest) {
    var answer = partner.post(meta, body, "sha256=" + digest);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(stored()).containsExactly(body);
  }

  @Test
  void storesWhatGenesysSigned() {
    var answer = partner.post(genesys, BODY, Partner.base64(WEBHOOK_SECRET, BODY));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(stored()).containsExactly(BODY);
  }

  @Test
  void storesWhatIsSignedButNoJson() {
    String body = "{\"entry\":[ this never ends";

    var answer =
        partner.send(
            partner
                .request(meta)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "text/plain")
                .header("X-Hub-Signature-256", Partner.hex(APP_SECRET, body)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(stored()).containsExactly(body);
  }

  @Test
  void refusesAWebhookWithAWrongSignature() {
    var answer = partner.post(meta, BODY, Partner.hex("somebody else's secret", BODY));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
    assertThat(stored()).isEmpty();
    assertThat(found()).containsExactly(Map.entry("wrong-key", 1L));
  }

  @Test
  void tellsHexFromBase64InWhatItCounts() {
    partner.post(meta, BODY, Partner.base64(APP_SECRET, BODY));
    partner.post(genesys, BODY, Partner.hex(WEBHOOK_SECRET, BODY));
    partner.post(genesys, BODY, "sha256=");

    assertThat(found())
        .containsOnly(
            Map.entry("base64-instead-of-hex", 1L),
            Map.entry("hex-instead-of-base64", 1L),
            Map.entry("malformed-signature", 1L));
  }

  @Test
  void answersAnUnknownTenantLikeAWrongSignature() {
    var wrong = partner.post(meta, BODY, Partner.hex("wrong", BODY));
    for (String stranger : List.of(StoreParts.aTenant().toString(), "no-uuid", "1-2-3-4-5")) {
      var unknown = partner.post("/webhook/meta/" + stranger, BODY, Partner.hex("wrong", BODY));

      assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
      assertThat(unknown.body()).isEqualTo(wrong.body());
      assertThat(namesOf(unknown)).isEqualTo(namesOf(wrong));
    }
  }

  @Test
  void takesTheSameTimeForEveryRefusal() {
    for (String path : List.of(meta, "/webhook/meta/" + StoreParts.aTenant(), genesys)) {
      long startedNanos = System.nanoTime();

      partner.post(path, BODY, Partner.hex("wrong", BODY));

      assertThat(Duration.ofNanos(System.nanoTime() - startedNanos))
          .isGreaterThanOrEqualTo(Duration.ofMillis(25));
    }
  }

  @Test
  void acceptsThePreviousSecretInItsOverlapAndSaysSo() {
    keep(CredentialKind.WHATSAPP_APP_SECRET, "the new secret");

    var byOld = partner.post(meta, BODY, Partner.hex(APP_SECRET, BODY));
    var byNew = partner.post(meta, BODY, Partner.hex("the new secret", BODY));

    assertThat(List.of(byOld.statusCode(), byNew.statusCode())).containsOnly(200);
    assertThat(found()).containsExactly(Map.entry("previous-secret", 1L));
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    byte[] forMeta = new byte[(3 << 20) + 1];
    byte[] forGenesys = new byte[(1 << 20) + 1];
    var unannounced =
        partner
            .request(meta)
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofByteArray(forMeta)));

    assertThat(partner.post(meta, forMeta, "sha256=").statusCode()).isEqualTo(413);
    assertThat(partner.post(genesys, forGenesys, "sha256=").statusCode()).isEqualTo(413);
    assertThat(partner.send(unannounced).statusCode()).isEqualTo(413);
  }

  @Test
  void takesABodyOfExactlyTheLimit() {
    byte[] body = new byte[3 << 20];

    assertThat(partner.post(meta, body, Partner.hex(APP_SECRET, body)).statusCode()).isEqualTo(200);
  }

  @Test
  void asksForARepetitionWhileTheDatabaseIsAway() {
    String signature = Partner.hex(APP_SECRET, BODY);
    partner.post(meta, BODY, signature);

    HttpResponse<String> during;
    try (var _ = Outage.of(database)) {
      during = partner.post(meta, BODY, signature);
    }
    var after = partner.post(meta, BODY, signature);

    assertThat(during.statusCode()).isEqualTo(503);
    assertThat(during.headers().firstValue("Retry-After")).contains("2");
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(stored()).hasSize(2);
  }

  @Test
  void answersMetasHandshakeWithTheChallenge() {
    var answer = partner.get(meta + handshake("the+tenant%27s+token", "1158201444"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1158201444");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
  }

  @Test
  void refusesAHandshakeThatIsNotForUs() {
    List<String> paths =
        List.of(
            meta + handshake("a+wrong+token", "1"),
            meta + "?hub.mode=unsubscribe&hub.verify_token=the+tenant%27s+token&hub.challenge=1",
            meta,
            "/webhook/meta/" + StoreParts.aTenant() + handshake("the+tenant%27s+token", "1"),
            "/webhook/meta" + handshake("the+tenant%27s+token", "1"),
            genesys + handshake("the+tenant%27s+token", "1"));

    assertThat(paths).allSatisfy(path -> assertThat(partner.get(path).statusCode()).isEqualTo(403));
  }

  @Test
  void takesTheCallsOfASharedApp() {
    var handshake = partner.get("/webhook/meta" + handshake("the+shared+token", "7"));
    var call = partner.post("/webhook/meta", BODY, Partner.hex("the shared app", BODY));
    var byATenantsApp = partner.post("/webhook/meta", BODY, Partner.hex(APP_SECRET, BODY));

    assertThat(handshake.body()).isEqualTo("7");
    assertThat(call.statusCode()).isEqualTo(200);
    assertThat(byATenantsApp.statusCode()).isEqualTo(401);
  }

  @Test
  void keepsTheApplicationsFiltersOut() {
    var answer = partner.post(meta, BODY, Partner.hex(APP_SECRET, BODY));

    assertThat(namesOf(answer)).containsOnly("content-length", "date");
  }

  @Test
  void knowsNoOtherAddressesAndMethods() {
    assertThat(partner.get("/webhook/other").statusCode()).isEqualTo(404);
    assertThat(partner.get("/webhook/").statusCode()).isEqualTo(404);
    assertThat(partner.send(partner.request(meta).DELETE()).statusCode()).isEqualTo(405);
  }

  private void keep(CredentialKind kind, String secret) {
    vault.store(tenant, kind, SecretText.of(secret), null, true);
  }

  private static String handshake(String token, String challenge) {
    return "?hub.mode=subscribe&hub.verify_token=" + token + "&hub.challenge=" + challenge;
  }

  /// Names of headers; `keep-alive` and `connection` depend on the connection's age.
  private static Set<String> namesOf(HttpResponse<String> answer) {
    var names = new TreeSet<>(answer.headers().map().keySet());
    names.removeAll(Set.of("connection", "keep-alive"));
    return names;
  }

  private List<String> stored() {
    return database
        .jdbc()
        .sql(
            """
            select convert_from(e.body, 'UTF8')
              from webhook_event e
             where e.tenant_id = :tenantId
            """)
        .param("tenantId", tenant.value())
        .query(String.class)
        .list();
  }

  private Map<String, Long> found() {
    findings.flush();
    Map<String, Long> found = new TreeMap<>();
    database
        .jdbc()
        .sql(
            """
            select f.finding, f.calls
              from webhook_finding f
             where f.tenant_id = :tenantId
            """)
        .param("tenantId", tenant.value())
        .query((row, _) -> found.put(row.getString("finding"), row.getLong("calls")))
        .list();
    return found;
  }
}
