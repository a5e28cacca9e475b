package io.agentportal.genesys;

import io.agentportal.genesys.GenesysApi.Reply;
import io.agentportal.genesys.GenesysSendOutcome.Accepted;
import io.agentportal.genesys.GenesysSendOutcome.Rejected;
import io.agentportal.platform.client.PartnerJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Hands customers' messages and receipts to an Open Messaging integration.
///
/// Needs the permission `conversation:message:receive`.
@Component
public class GenesysOpenMessaging {
  /// Genesys does not document a limit; other connectors saw more being refused.
  private static final int MAX_ATTRIBUTE_BYTES = 1900;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final GenesysApi api;

  GenesysOpenMessaging(GenesysApi api) {
    this.api = api;
  }

  /// After this a call has ended, answered or not.
  public Duration longestCall() {
    return api.timeout();
  }

  /// A message from the customer. Genesys has no key against duplicates, so an `Uncertain` one that
  /// is sent again may reach the agent twice.
  public GenesysSendOutcome sendMessage(
      GenesysAccess access, String integrationId, InboundMessage message) {
    ObjectNode body = PartnerJson.object();
    body.set("channel", channel(message));
    if (!message.text().isEmpty()) {
      body.put("text", message.text());
    }
    if (message.attachment() != null) {
      attach(body, message.attachment());
    }
    return handOver(access, inbound(integrationId, "message"), body);
  }

  /// A choice of the customer, in answer to a message of Genesys. Flows then go on where they
  /// asked.
  ///
  /// @param message its text is what the choice said
  public GenesysSendOutcome sendChoice(
      GenesysAccess access, String integrationId, InboundMessage message, ChosenAnswer answer) {
    ObjectNode body = PartnerJson.object();
    body.set("channel", channel(message));
    body.put("originatingMessageId", answer.originatingMessageId());
    body.putObject("buttonResponse")
        .put("type", answer.quickReply() ? "QuickReply" : "Button")
        .put("text", message.text())
        .put("payload", answer.payload());
    return handOver(access, inbound(integrationId, "structured/response"), body);
  }

  private static void attach(ObjectNode body, InboundAttachment file) {
    ObjectNode content = body.putArray("content").addObject().put("contentType", "Attachment");
    ObjectNode attachment = content.putObject("attachment");
    attachment
        .put("id", file.id())
        .put("mediaType", file.mediaType())
        .put("url", file.url())
        .put("mime", file.mime());
    if (file.fileName() != null) {
      attachment.put("filename", file.fileName());
    }
  }

  private GenesysSendOutcome handOver(GenesysAccess access, String path, ObjectNode body) {
    return switch (api.call(access, "POST", path + "?prefetchConversationId=true", body)) {
      case Reply.Failed(var failure, _) -> failure;
      case Reply.Done(var answer) -> refusedInside(answer) ? rejected(answer) : accepted(answer);
    };
  }

  private static ObjectNode channel(InboundMessage message) {
    ObjectNode channel = PartnerJson.object();
    channel.put("messageId", message.messageId());
    channel.set("from", contact(message.from()));
    channel.put("time", time(message.time()));
    if (!message.customAttributes().isEmpty()) {
      channel.putObject("metadata").set("customAttributes", attributes(message));
    }
    return channel;
  }

  /// What became of an agent's message.
  public GenesysSendOutcome sendReceipt(
      GenesysAccess access, String integrationId, DeliveryReceipt receipt) {
    ObjectNode body = PartnerJson.object();
    body.put("id", receipt.messageId());
    ObjectNode channel = body.putObject("channel");
    channel.set("to", contact(receipt.to()));
    channel.put("time", time(receipt.time()));
    DeliveryReceipt.Failure failure = receipt.failure();
    body.put("status", failure == null ? "Delivered" : "Failed");
    body.put("isFinalReceipt", true);
    if (failure != null) {
      ObjectNode reason = body.putArray("reasons").addObject();
      reason.put("code", failure.code().wireName());
      reason.put("message", failure.reason());
    }
    return switch (api.call(access, "POST", inbound(integrationId, "receipt"), body)) {
      case Reply.Failed(var failed, _) -> failed;
      case Reply.Done(var answer) -> accepted(answer);
    };
  }

  private static String inbound(String integrationId, String what) {
    return "/api/v2/conversations/messages/"
        + URLEncoder.encode(integrationId, StandardCharsets.UTF_8)
        + "/inbound/open/"
        + what;
  }

  /// The answer tells of the message itself, and may say "failed" under a status of 200.
  private static boolean refusedInside(JsonNode answer) {
    return "Failed".equals(PartnerJson.text(answer, "status"));
  }

  private static GenesysSendOutcome rejected(JsonNode answer) {
    List<JsonNode> reasons = PartnerJson.list(answer, "reasons");
    JsonNode reason = reasons.isEmpty() ? answer.path("none") : reasons.getFirst();
    return new Rejected(
        PartnerJson.textOr(reason, "code", "GeneralError"),
        PartnerJson.textOr(reason, "message", "Genesys did not say why"));
  }

  private static GenesysSendOutcome accepted(JsonNode answer) {
    return new Accepted(
        PartnerJson.textOr(answer, "id", ""), PartnerJson.text(answer, "conversationId"));
  }

  private static ObjectNode contact(OpenContact contact) {
    ObjectNode node = PartnerJson.object();
    node.put("id", contact.id());
    node.put("idType", contact.idType().wireName());
    if (contact.nickname() != null) {
      node.put("nickname", contact.nickname());
    }
    return node;
  }

  private static ObjectNode attributes(InboundMessage message) {
    ObjectNode node = PartnerJson.object();
    int bytes = 0;
    for (var attribute : message.customAttributes().entrySet()) {
      bytes += (attribute.getKey() + attribute.getValue()).getBytes(StandardCharsets.UTF_8).length;
      if (bytes <= MAX_ATTRIBUTE_BYTES) {
        node.put(attribute.getKey(), attribute.getValue());
      }
    }
    return node;
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
