package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.whatsapp.OutgoingMessage.Recipient;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Accepted;
import io.agentportal.whatsapp.WhatsAppSendOutcome.NeedsCredentials;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Rejected;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Retry;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Uncertain;
import io.agentsandbox.Sandbox;
import io.agentsandbox.SandboxOptions;
import io.agentsandbox.world.MetaAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatsAppMessagesTest {
  private static final Recipient MARA = new Recipient("4915550001234", null);

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
  private final PartnerHttp http = PartnerHttp.to(sandbox.baseUri());
  private final MetaAccount meta = sandbox.northwind().meta();
  private final SecretText token = SecretText.of(meta.systemUserToken());
  private final MetaApi api =
      new MetaApi(
          http, new MetaProperties(sandbox.baseUri(), "v26.0", Duration.ofSeconds(2), List.of()));
  private final WhatsAppMessages messages = new WhatsAppMessages(api);
  private final WhatsAppAccounts accounts = new WhatsAppAccounts(api);
  private final WhatsAppAccess access = new WhatsAppAccess(meta.phoneNumberId(), token);

  @BeforeEach
  void startsWithoutFaults() {
    sandbox.control().clearFaults();
  }

  @AfterAll
  void stops() {
    http.close();
    sandbox.close();
  }

  private WhatsAppSendOutcome send(String text) {
    return messages.send(access, OutgoingMessage.text(MARA, text, "key:" + text));
  }

  private void fault(String kind) {
    sandbox.control().fault(Map.of("target", "meta.messages", "kind", kind, "count", 1));
  }

  private boolean arrived(String text) {
    return StreamSupport.stream(sandbox.control().metaMessages("northwind").spliterator(), false)
        .anyMatch(each -> text.equals(each.path("body").path("text").path("body").asString("")));
  }

  @Test
  void sendsATextWithOurKeyToTheNumberWithItsPlus() {
    WhatsAppSendOutcome outcome = send("Good morning");

    assertThat(outcome).isInstanceOf(Accepted.class);
    JsonNode sent =
        StreamSupport.stream(sandbox.control().metaMessages("northwind").spliterator(), false)
            .filter(each -> each.path("callbackData").asString("").equals("key:Good morning"))
            .findFirst()
            .orElseThrow();
    assertThat(sent.path("body").path("to").asString()).isEqualTo("+4915550001234");
    assertThat(sent.path("wamid").asString()).isEqualTo(((Accepted) outcome).wamid());
  }

  @Test
  void sendsOtherTypesAsTheyAre() {
    var location =
        OutgoingMessage.Typed.of("location", Map.of("latitude", 52.5, "longitude", 13.4));

    assertThat(messages.send(access, new OutgoingMessage(MARA, location, null, null)))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void marksAMessageAsReadAndShowsTyping() {
    String wamid = sandbox.control().customerSends("northwind", "4915550001234", "Mara", "Hi");

    assertThat(messages.markRead(access, wamid)).isInstanceOf(Accepted.class);
    assertThat(messages.showTyping(access, wamid)).isInstanceOf(Accepted.class);
    assertThat(sandbox.control().metaReads("northwind").toString()).contains(wamid);
  }

  @Test
  void refusesForGoodWhatTheCallerGotWrong() {
    assertThat(send("x".repeat(5000)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.reason()).isNotBlank());
  }

  @Test
  void letsTheNumberRestWhenItIsTooFast() {
    fault("rate-limited");

    assertThat(send("fast"))
        .isInstanceOfSatisfying(
            Retry.class,
            retry -> {
              assertThat(retry.code()).isEqualTo("130429");
              assertThat(retry.scope()).isEqualTo(Scope.NUMBER);
              assertThat(retry.delay()).isPositive();
            });
    assertThat(arrived("fast")).isFalse();
  }

  @Test
  void asksForANewTokenOnlyWhenMetaSaysSo() {
    fault("expired-token");

    assertThat(send("expired"))
        .isInstanceOfSatisfying(
            NeedsCredentials.class, needs -> assertThat(needs.code()).isEqualTo("190"));
    assertThat(
            messages.send(
                new WhatsAppAccess(meta.phoneNumberId(), SecretText.of("E".repeat(120))),
                OutgoingMessage.text(MARA, "wrong token", null)))
        .isInstanceOf(NeedsCredentials.class);
  }

  @Test
  void isUncertainWhenMetaReadsAndDoesNotAnswer() {
    fault("timeout");

    assertThat(send("no answer")).isInstanceOf(Uncertain.class);
    assertThat(arrived("no answer")).isTrue();
  }

  @Test
  void isUncertainWhenTheConnectionBreaks() {
    fault("reset");

    assertThat(send("broken")).isInstanceOf(Uncertain.class);
  }

  @Test
  void triesAgainWhenNobodyIsThere() {
    URI nobody = URI.create("http://localhost:9");
    try (PartnerHttp none = PartnerHttp.to(nobody)) {
      var api =
          new MetaApi(none, new MetaProperties(nobody, "v26.0", Duration.ofSeconds(2), List.of()));

      assertThat(new WhatsAppMessages(api).send(access, OutgoingMessage.text(MARA, "lost", null)))
          .isInstanceOfSatisfying(
              Retry.class, retry -> assertThat(retry.code()).isEqualTo("unreachable"));
    }
  }

  @Test
  void tellsTheFactsOfTokenAndNumbers() {
    var facts = accounts.tokenFacts(token);

    assertThat(facts.isValid()).isTrue();
    assertThat(facts.appId()).isEqualTo(meta.appId());
    assertThat(facts.expiresAt()).isNull();
    assertThat(accounts.phones(token, meta.wabaId()))
        .extracting(WhatsAppAccounts.Phone::id)
        .containsExactly(meta.phoneNumberId());
  }

  @Test
  void tellsWhenATokenExpires() {
    sandbox.control().settings(Map.of("meta", Map.of("tokenExpiresAt", 1_900_000_000L)));

    assertThat(accounts.tokenFacts(token).expiresAt())
        .isEqualTo(Instant.ofEpochSecond(1_900_000_000L));

    sandbox.control().settings(Map.of("meta", Map.of("tokenExpiresAt", 0)));
  }
}
