package io.agentsandbox.genesys;

import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.DeliveryPlan;
import io.agentsandbox.platform.FaultTarget;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.platform.Settings;
import io.agentsandbox.platform.Signatures;
import io.agentsandbox.platform.Webhook;
import io.agentsandbox.platform.WebhookSender;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Sends what agents and bots write to the integration's webhook, signed over the exact bytes.
///
/// Source: developer.genesys.cloud, Open Messaging "validate": Base64 HMAC-SHA256, answer within 10
/// s, up to five retries 5 s apart after a time-out, 429 or 5xx.
final class Agents {
  private final WebhookSender sender;
  private final LiveSettings settings;
  private final SandboxClock clock;

  Agents(WebhookSender sender, LiveSettings settings, SandboxClock clock) {
    this.sender = sender;
    this.settings = settings;
    this.clock = clock;
  }

  /// Sends an answer into a conversation and notes it.
  AgentMessage answer(Organisation organisation, Conversation conversation, AgentAnswer answer) {
    Integration integration =
        organisation
            .integration(conversation.integrationId())
            .orElseThrow(
                () -> GenesysRefusal.notFound("integration", conversation.integrationId()));
    String id = Ids.hex();
    ObjectNode body = envelope(integration, conversation, id, "Outbound");
    body.put("originatingEntity", answer.bot() ? "Bot" : "Human").put("type", answer.type());
    if (!answer.agent().isEmpty()) {
      ((ObjectNode) body.path("channel").path("from")).put("nickname", answer.agent());
    }
    answer.fields().properties().forEach(field -> body.set(field.getKey(), field.getValue()));
    AgentMessage message =
        new AgentMessage(
            clock.millis(),
            id,
            integration.id(),
            conversation.id(),
            conversation.contact(),
            answer.type(),
            new Bytes(Json.bytes(body)));
    organisation.record(message);
    if (!answer.type().equals("Event")) {
      conversation.messageAt(message.at());
    }
    send(organisation, integration, answer.type(), message.body());
    return message;
  }

  /// Tells the sender of an inbound message that it was published, when that is switched on.
  void confirm(Organisation organisation, Integration integration, InboundMessage received) {
    if (!settings.genesys().receiptWebhooks()) {
      return;
    }
    Conversation conversation = organisation.conversation(received.conversationId()).orElseThrow();
    ObjectNode body = envelope(integration, conversation, received.id(), "Inbound");
    body.put("type", "Receipt").put("status", "Published").put("isFinalReceipt", true);
    send(organisation, integration, "Receipt", new Bytes(Json.bytes(body)));
  }

  private ObjectNode envelope(
      Integration integration, Conversation conversation, String id, String direction) {
    ObjectNode body =
        Json.object()
            .put("id", id)
            .put("conversationId", conversation.id())
            .put("direction", direction);
    ObjectNode channel =
        body.putObject("channel")
            .put("id", integration.id())
            .put("messageId", id)
            .put("platform", "Open")
            .put("type", "Private")
            .put("time", Instant.ofEpochMilli(clock.millis()).toString());
    channel.putObject("to").put("id", conversation.contact()).put("idType", conversation.idType());
    channel
        .putObject("from")
        .put("id", integration.id())
        .put("idType", "Opaque")
        .put("nickname", integration.name());
    body.putArray("content");
    body.putArray("reasons");
    body.putArray("relatedMessages");
    return body;
  }

  private void send(Organisation organisation, Integration integration, String kind, Bytes body) {
    Map<String, String> headers = new HashMap<>(integration.webhookHeaders());
    headers.put(Signatures.HEADER, Signatures.base64(integration.secret(), body.array()));
    Webhook webhook =
        new Webhook(
            FaultTarget.GENESYS_WEBHOOK,
            organisation.world().key(),
            kind,
            integration.webhookUrl(),
            body,
            headers);
    sender.send(webhook, plan());
  }

  private DeliveryPlan plan() {
    Settings.Genesys genesys = settings.genesys();
    return new DeliveryPlan(
        Duration.ofMillis(genesys.webhookTimeoutMillis()),
        genesys.webhookRetries(),
        Duration.ofMillis(genesys.webhookRetryMillis()),
        1,
        DeliveryPlan.Answers.ONLY_429_AND_5XX);
  }
}
