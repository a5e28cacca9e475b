package io.agentportal.genesys;

import io.agentportal.genesys.GenesysApi.Reply;
import io.agentportal.platform.client.PartnerJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Looks into conversations: whether a message whose answer got lost is there.
///
/// Reads `GET /api/v2/conversations/messages/{id}` (participants with the ids of their messages)
/// and `POST …/{id}/messages/bulk` (the messages; permission `conversation:message:view`).
@Component
public class GenesysConversations {
  /// What one `bulk` call takes is 1,000; the message in question is among the latest.
  private static final int LATEST = 100;

  private static final String ENDED = "the conversation at Genesys has ended";
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final GenesysApi api;

  GenesysConversations(GenesysApi api) {
    this.api = api;
  }

  /// What a look into a conversation told.
  public sealed interface Finding {

    /// @param remoteId Genesys' id of the message
    record Present(String remoteId, String conversationId) implements Finding {}

    /// The conversation goes on, or all of the contact's are known, and the message is not there.
    record Absent() implements Finding {}

    /// Nothing can be told: the conversation has ended or may not be read, so the message may be in
    /// another.
    record Unknown(String reason) implements Finding {}

    /// Genesys cannot be asked now.
    record Unanswered(String reason) implements Finding {}
  }

  /// Looks for a customer's message.
  ///
  /// @param messageId as we gave it: `channel.messageId`
  public Finding find(GenesysAccess access, String conversationId, String messageId) {
    return find(access, conversationId, messageId, false);
  }

  /// @param alsoEnded whether a conversation that has ended tells that the message is not in it
  Finding find(GenesysAccess access, String conversationId, String messageId, boolean alsoEnded) {
    return switch (look(access, conversationId, messageId)) {
      case Finding.Unknown(var reason) when alsoEnded && reason.equals(ENDED) ->
          new Finding.Absent();
      case Finding finding -> finding;
    };
  }

  private Finding look(GenesysAccess access, String conversationId, String messageId) {
    return switch (api.call(access, "GET", path(conversationId), null)) {
      case Reply.Failed(var failure, var status) -> failed(failure, status);
      case Reply.Done(var conversation) -> {
        List<String> ids = latestMessageIds(conversation);
        yield ids.isEmpty()
            ? missing(conversation)
            : search(access, conversation, conversationId, ids, messageId);
      }
    };
  }

  private Finding search(
      GenesysAccess access,
      JsonNode conversation,
      String conversationId,
      List<String> ids,
      String messageId) {
    ArrayNode body = PartnerJson.object().putArray("ids");
    ids.forEach(body::add);
    String path = path(conversationId) + "/messages/bulk?useNormalizedMessage=true";
    return switch (api.call(access, "POST", path, body)) {
      case Reply.Failed(var failure, var status) -> failed(failure, status);
      case Reply.Done(var listing) -> {
        for (JsonNode message : PartnerJson.list(listing, "entities")) {
          if (isNamed(message, messageId)) {
            yield new Finding.Present(PartnerJson.textOr(message, "id", ""), conversationId);
          }
        }
        yield missing(conversation);
      }
    };
  }

  private static boolean isNamed(JsonNode message, String messageId) {
    JsonNode channel = message.path("normalizedMessage").path("channel");
    return messageId.equals(PartnerJson.text(channel, "messageId"))
        || messageId.equals(PartnerJson.text(message, "providerMessageId"));
  }

  /// A message to a conversation that has ended opens another one, which we cannot look into.
  private static Finding missing(JsonNode conversation) {
    boolean goesOn =
        PartnerJson.list(conversation, "participants").stream()
            .filter(participant -> "customer".equals(PartnerJson.text(participant, "purpose")))
            .anyMatch(participant -> "connected".equals(PartnerJson.text(participant, "state")));
    return goesOn ? new Finding.Absent() : new Finding.Unknown(ENDED);
  }

  private static Finding failed(GenesysSendOutcome failure, int status) {
    return status == FORBIDDEN || status == NOT_FOUND
        ? new Finding.Unknown("Genesys does not show the conversation (" + status + ")")
        : new Finding.Unanswered(reason(failure));
  }

  private static String reason(GenesysSendOutcome failure) {
    return switch (failure) {
      case GenesysSendOutcome.Accepted _ -> "Genesys gave no answer";
      case GenesysSendOutcome.Retry(_, _, var reason, _) -> reason;
      case GenesysSendOutcome.NeedsCredentials(_, var reason) -> reason;
      case GenesysSendOutcome.Rejected(_, var reason) -> reason;
      case GenesysSendOutcome.Uncertain(var reason) -> reason;
    };
  }

  private static List<String> latestMessageIds(JsonNode conversation) {
    List<String> ids = new ArrayList<>();
    for (JsonNode participant : PartnerJson.list(conversation, "participants")) {
      for (JsonNode message : PartnerJson.list(participant, "messages")) {
        String id = PartnerJson.text(message, "messageId");
        if (id != null) {
          ids.add(id);
        }
      }
    }
    return ids.subList(Math.max(0, ids.size() - LATEST), ids.size());
  }

  private static String path(String conversationId) {
    return "/api/v2/conversations/messages/"
        + URLEncoder.encode(conversationId, StandardCharsets.UTF_8);
  }
}
