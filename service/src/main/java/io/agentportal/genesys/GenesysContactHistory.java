package io.agentportal.genesys;

import io.agentportal.genesys.GenesysApi.Reply;
import io.agentportal.genesys.GenesysConversations.Finding;
import io.agentportal.platform.client.PartnerJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks for a message in all conversations that a contact had lately.
///
/// Asks `POST /api/v2/analytics/conversations/details/query` (permission
/// `analytics:conversationDetail:view`), which lags behind the conversations themselves. Members as
/// of `ConversationQuery` and `SegmentDetailQueryPredicate` in Genesys' SDKs.
@Component
public class GenesysContactHistory {
  private static final String PATH = "/api/v2/analytics/conversations/details/query";

  /// A message joins a conversation that ended at most 72 hours ago.
  private static final Duration THREADING = Duration.ofDays(3);

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int PAGE = 25;
  private static final int MOST_PAGES = 4;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final GenesysApi api;
  private final GenesysConversations conversations;
  private final Clock clock;

  GenesysContactHistory(GenesysApi api, GenesysConversations conversations, Clock clock) {
    this.api = api;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Looks for a customer's message in one conversation.
  public Finding findIn(GenesysAccess access, String conversationId, String messageId) {
    return conversations.find(access, conversationId, messageId);
  }

  /// Looks for a customer's message, newest conversations first.
  ///
  /// @param address as we gave it: `channel.from.id`
  /// @param around when the message may have been handed over
  /// @param messageId as we gave it: `channel.messageId`
  public Finding find(GenesysAccess access, String address, Instant around, String messageId) {
    for (int page = 1; page <= MOST_PAGES; page++) {
      switch (api.call(access, "POST", PATH, query(address, around, page))) {
        case Reply.Failed(var failure, var status) -> {
          return status == FORBIDDEN || status == NOT_FOUND
              ? new Finding.Unknown("Genesys does not list conversations (" + status + ")")
              : new Finding.Unanswered(failure.toString());
        }
        case Reply.Done(var answer) -> {
          List<JsonNode> listed = PartnerJson.list(answer, "conversations");
          Finding finding = search(access, listed, messageId);
          if (!(finding instanceof Finding.Absent) || listed.size() < PAGE) {
            return finding;
          }
        }
      }
    }
    return new Finding.Unknown("the contact had too many conversations");
  }

  /// A message that is in none of them is absent, also where conversations have ended.
  private Finding search(GenesysAccess access, List<JsonNode> listed, String messageId) {
    for (JsonNode each : listed) {
      String id = PartnerJson.text(each, "conversationId");
      if (id != null) {
        Finding finding = conversations.find(access, id, messageId, true);
        if (!(finding instanceof Finding.Absent)) {
          return finding;
        }
      }
    }
    return new Finding.Absent();
  }

  private ObjectNode query(String address, Instant around, int page) {
    ObjectNode query = PartnerJson.object();
    query.put("interval", around.minus(THREADING) + "/" + clock.instant().plus(SKEW));
    query.put("order", "desc").put("orderBy", "conversationStart");
    query.putObject("paging").put("pageSize", PAGE).put("pageNumber", page);
    ObjectNode filter = query.putArray("segmentFilters").addObject().put("type", "and");
    var predicates = filter.putArray("predicates");
    predicates.addObject().put("dimension", "mediaType").put("value", "message");
    predicates.addObject().put("dimension", "addressFrom").put("value", address);
    return query;
  }
}
