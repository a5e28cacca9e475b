package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.world.MetaAccount;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The phone number: its facts, its callback override, its registration.
final class NumberEndpoints {
  private static final List<String> USUAL =
      List.of("id", "display_phone_number", "verified_name", "quality_rating");

  private final Handshake handshake;
  private final SandboxClock clock;
  private final LiveSettings settings;

  NumberEndpoints(Handshake handshake, SandboxClock clock, LiveSettings settings) {
    this.handshake = handshake;
    this.clock = clock;
    this.settings = settings;
  }

  Reply read(WhatsAppAccount account, Call call) {
    return Reply.json(200, Fields.select(call, facts(account), USUAL));
  }

  /// `POST /{phone-number-id}` with `webhook_configuration`; an empty address clears the override.
  Reply configure(WhatsAppAccount account, Call call) throws InterruptedException {
    JsonNode configuration = call.json().path("webhook_configuration");
    if (!configuration.has("override_callback_uri")) {
      throw GraphRefusal.badParameter("webhook_configuration.override_callback_uri is required.");
    }
    String address = Json.text(configuration, "override_callback_uri");
    account.callbacks.setNumber(
        address.isEmpty()
            ? null
            : handshake.verify(address, Json.text(configuration, "verify_token")));
    return Reply.json(200, Json.object().put("success", true));
  }

  Reply register(WhatsAppAccount account, Call call) {
    String pin = Json.text(call.json(), "pin");
    if (!pin.matches("\\d{6}")) {
      throw GraphRefusal.badParameter("pin must have six digits");
    }
    return Reply.json(200, Json.object().put("success", true));
  }

  ObjectNode facts(WhatsAppAccount account) {
    MetaAccount facts = account.facts();
    ObjectNode shown =
        Json.object()
            .put("id", facts.phoneNumberId())
            .put("display_phone_number", facts.displayPhoneNumber())
            .put("verified_name", facts.verifiedName())
            .put("quality_rating", "GREEN")
            .put("status", settings.flaws().numberStatus())
            .put("name_status", "APPROVED")
            .put("new_name_status", "NONE")
            .put("code_verification_status", "VERIFIED")
            .put("account_mode", "LIVE")
            .put("platform_type", "CLOUD_API")
            .put("is_official_business_account", false)
            .put("is_on_biz_app", false)
            .put("is_pin_enabled", true)
            .put("last_onboarded_time", clock.instant().minus(Duration.ofDays(90)).toString())
            .put("whatsapp_business_manager_messaging_limit", "TIER_10K");
    shown.putObject("quality_score").put("score", "GREEN");
    shown.putObject("throughput").put("level", "STANDARD");
    shown.set("webhook_configuration", account.callbacks.describe());
    shown.set("health_status", Health.of(account, settings.flaws().canSendMessage()));
    return shown;
  }
}
