package io.agentportal.integration.checks;

import io.agentportal.genesys.GenesysSignature;
import io.agentportal.integration.probe.OutsideAddress;
import io.agentportal.integration.probe.OutsideCall;
import io.agentportal.integration.probe.OutsideCall.Answer;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.HmacSha256;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.whatsapp.MetaDiagnosis;
import io.agentportal.whatsapp.MetaDiagnosis.Account;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The checks that play the partners: Meta's handshake, and a signed call of each, over our public
/// address. What they send means nothing: an account event of a kind that nobody has, a receipt of
/// a message that never was.
final class LoopbackChecks {
  private static final String SIGNATURE = GenesysSignature.HEADER;
  private static final String OTHER_SECRET =
      "Save step 2 and 3 again and run the test anew; if it stays, tell whoever runs this portal.";

  private final Subject subject;
  private final OutsideCall calls;
  private final MetaDiagnosis meta;
  private final Supplier<OutsideAddress> portal;
  private final Clock clock;

  LoopbackChecks(
      Subject subject,
      OutsideCall calls,
      MetaDiagnosis meta,
      Supplier<OutsideAddress> portal,
      Clock clock) {
    this.subject = subject;
    this.calls = calls;
    this.meta = meta;
    this.portal = portal;
    this.clock = clock;
  }

  NamedCheck genesysCallback() {
    return NamedCheck.of("genesys.callback", this::signedAsGenesys, WebhookChecks.DNS);
  }

  NamedCheck whatsAppLoop() {
    return NamedCheck.of("whatsapp.loop", this::loop, MetaChecks.TOKEN, WebhookChecks.DNS);
  }

  NamedCheck handshake() {
    return NamedCheck.of("webhook.handshake", this::shakeHands, WebhookChecks.DNS);
  }

  NamedCheck signature() {
    return NamedCheck.of("webhook.signature", this::signedAsMeta, WebhookChecks.DNS);
  }

  private Verdict signedAsGenesys() {
    ObjectNode receipt =
        PartnerJson.object()
            .put("id", UUID.randomUUID().toString())
            .put("type", "Receipt")
            .put("direction", "Inbound")
            .put("status", "Published")
            .put("isFinalReceipt", false);
    receipt.putObject("channel").put("platform", "Open").put("time", clock.instant().toString());
    byte[] body = PartnerJson.bytes(receipt);
    byte[] mac = HmacSha256.sign(subject.genesys().webhookSecret(), body);
    return posted(
        subject.urls().genesys(), "sha256=" + Base64.getEncoder().encodeToString(mac), body);
  }

  private Verdict signedAsMeta() {
    if (subject.meta().appSecret().isEmpty()) {
      return noAppSecret();
    }
    ObjectNode event = PartnerJson.object().put("object", "whatsapp_business_account");
    ObjectNode entry = event.putArray("entry").addObject();
    entry
        .put("id", subject.meta().connection().wabaId())
        .put("time", clock.instant().getEpochSecond());
    entry
        .putArray("changes")
        .addObject()
        .put("field", "portal_connectivity_test")
        .putObject("value");
    byte[] body = PartnerJson.bytes(event);
    byte[] mac = HmacSha256.sign(subject.meta().appSecret().get(), body);
    return posted(subject.urls().meta(), "sha256=" + HexFormat.of().formatHex(mac), body);
  }

  private Verdict posted(String url, String signature, byte[] body) {
    try {
      Answer answer =
          calls.post(portal.get(), WebhookChecks.path(url), Map.of(SIGNATURE, signature), body);
      return switch (answer.status()) {
        case 200 -> Verdict.success("A signed call arrives and is stored.").with("Address", url);
        case 401 ->
            Verdict.error(
                "signature-refused",
                "The portal took its own signature for a forged one: the call was changed on its"
                    + " way, or another portal answered.",
                OTHER_SECRET);
        case 503 ->
            Verdict.error(
                "not-stored",
                "The portal could not store the call.",
                "Look at the health of the portal's database.");
        default ->
            Verdict.error(
                    "not-taken",
                    "The call did not reach the portal as it should.",
                    "Check what the proxy or firewall in front of the portal does with POST on"
                        + " /webhook.")
                .with("Status", Integer.toString(answer.status()));
      };
    } catch (IOException e) {
      return WebhookChecks.unreachable(e);
    }
  }

  private Verdict shakeHands() {
    try {
      return echoed()
          ? Verdict.success("The portal answers Meta's handshake.")
              .with("Address", subject.urls().meta())
          : Verdict.error(
              "no-echo",
              "The portal did not give Meta's challenge back.",
              "Check that nothing in front of the portal changes the query or the answer of"
                  + " /webhook.");
    } catch (IOException e) {
      return WebhookChecks.unreachable(e);
    }
  }

  /// A call to us as Meta makes it, and a call to Meta that only the right app secret makes good.
  private Verdict loop() {
    if (subject.meta().appSecret().isEmpty()) {
      return noAppSecret();
    }
    try {
      if (!echoed()) {
        return Verdict.error(
            "no-echo",
            "The way from Meta to the portal is not open.",
            "See the check of the handshake.");
      }
    } catch (IOException e) {
      return WebhookChecks.unreachable(e);
    }
    return switch (meta.accountWithProof(
        subject.meta().token(),
        subject.meta().connection().wabaId(),
        subject.meta().appSecret().get())) {
      case PartnerAnswer.Found<Account> _ ->
          Verdict.success("Calls work both ways, and the app secret is that of the token's app.");
      case PartnerAnswer.Refused<Account>(_, _, var reason) ->
          Verdict.error(
                  "wrong-app-secret",
                  "Meta refuses a call that is proved with the app secret.",
                  "Copy the app secret again from the Meta app that made the token (Settings >"
                      + " Basic) into step 3.")
              .with("Meta says", reason);
      case PartnerAnswer.Unavailable<Account> answer -> Verdict.unavailable("WhatsApp", answer);
    };
  }

  private boolean echoed() throws IOException {
    String challenge = UUID.randomUUID().toString().replace("-", "");
    SecretText token = subject.meta().verifyToken();
    String query =
        "?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
            .formatted(challenge, URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8));
    Answer answer = calls.get(portal.get(), WebhookChecks.path(subject.urls().meta()) + query);
    return answer.status() == 200 && answer.body().equals(challenge);
  }

  private static Verdict noAppSecret() {
    return Verdict.skipped(
        "needs-app-secret", "Cannot be checked without the app secret (step 3).");
  }
}
