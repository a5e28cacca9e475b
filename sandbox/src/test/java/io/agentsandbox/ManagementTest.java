package io.agentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsandbox.platform.Signatures;
import io.agentsandbox.support.Browser;
import io.agentsandbox.support.Portal;
import io.agentsandbox.support.Rest;
import io.agentsandbox.world.MetaAccount;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ManagementTest extends MetaTest {
  @Test
  void debugsATokenWithoutNamingTheAccountInItsGranularScopes() {
    MetaAccount meta = sandbox.northwind().meta();

    JsonNode own =
        graph.get("/v26.0/debug_token?input_token=" + meta.systemUserToken()).json().path("data");
    JsonNode strangers = graph.get("/v26.0/debug_token?input_token=EAAx").json().path("data");

    assertThat(own.path("is_valid").asBoolean()).isTrue();
    assertThat(own.path("type").asString()).isEqualTo("SYSTEM_USER");
    assertThat(own.path("app_id").asString()).isEqualTo(meta.appId());
    assertThat(own.path("expires_at").asLong()).isZero();
    assertThat(own.path("scopes"))
        .extracting(JsonNode::asString)
        .contains("whatsapp_business_management", "whatsapp_business_messaging");
    assertThat(strangers.path("is_valid").asBoolean()).isFalse();
  }

  @Test
  void showsTheNumberWithTheFieldsThatAreAsked() {
    JsonNode number =
        graph
            .get(node("?fields=status,platform_type,account_mode,throughput,webhook_configuration"))
            .json();
    Rest.Answer unknown = graph.get(node("?fields=shoe_size"));

    assertThat(number.path("status").asString()).isEqualTo("CONNECTED");
    assertThat(number.path("webhook_configuration").path("whatsapp_business_account").asString())
        .isEqualTo(portal.uri("/meta").toString());
    assertThat(number.has("verified_name")).isFalse();
    assertThat(code(unknown)).isEqualTo(100);
  }

  @Test
  void showsTheAccountItsNumbersAndTemplates() {
    JsonNode account =
        graph.get(account("?fields=name,account_review_status,health_status")).json();
    JsonNode numbers = graph.get(account("/phone_numbers?fields=id,status")).json();
    JsonNode templates = graph.get(account("/message_templates?fields=name,status")).json();

    assertThat(account.path("account_review_status").asString()).isEqualTo("APPROVED");
    assertThat(account.path("health_status").path("entities")).hasSize(3);
    assertThat(numbers.path("data").path(0).path("id").asString())
        .isEqualTo(sandbox.northwind().meta().phoneNumberId());
    assertThat(templates.path("data")).isNotEmpty();
  }

  @Test
  void hidesAnotherAccount() {
    Rest.Answer answer = graph.get("/v26.0/" + sandbox.contoso().meta().wabaId());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo(100);
    assertThat(answer.json().path("error").path("error_subcode").asInt()).isEqualTo(33);
  }

  @Test
  void setsTheAppsOwnCallbackWithAnAppTokenOnly() {
    MetaAccount meta = sandbox.northwind().meta();
    Rest app = rest.with(meta.appId() + "|" + meta.appSecret());
    String path = "/v26.0/" + meta.appId() + "/subscriptions";
    String form =
        "object=whatsapp_business_account&fields=messages&callback_url=%s&verify_token=%s"
            .formatted(
                Browser.encode(portal.uri("/app").toString()), Browser.encode(Portal.VERIFY_TOKEN));

    Rest.Answer refused = graph.form(path, form);
    Rest.Answer taken = app.form(path, form);

    assertThat(code(refused)).isEqualTo(15);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(app.get(path).json().path("data").path(0).path("callback_url").asString())
        .isEqualTo(portal.uri("/app").toString());
  }

  @Test
  void checksTheProofOfTheAppSecret() {
    MetaAccount meta = sandbox.northwind().meta();
    String proof =
        Signatures.hex(meta.appSecret(), meta.systemUserToken().getBytes(StandardCharsets.US_ASCII))
            .substring("sha256=".length());

    assertThat(graph.get(node("?appsecret_proof=" + proof)).status()).isEqualTo(200);
    assertThat(graph.get(node("?appsecret_proof=0000")).status()).isEqualTo(400);
  }

  @Test
  void limitsManagementCalls() {
    sandbox.control().settings(Map.of("meta", Map.of("managementPerHour", 1)));

    graph.get(node(""));
    Rest.Answer over = graph.get(node(""));

    assertThat(code(over)).isEqualTo(80_007);
  }

  @Test
  void registersWithAPinOfSixDigits() {
    assertThat(graph.post(node("/register"), "{\"pin\":\"123456\"}").status()).isEqualTo(200);
    assertThat(code(graph.post(node("/register"), "{\"pin\":\"12\"}"))).isEqualTo(100);
  }

  @Test
  void servesAnyGraphVersion() {
    assertThat(graph.get("/v23.0/" + sandbox.northwind().meta().phoneNumberId()).status())
        .isEqualTo(200);
  }
}
