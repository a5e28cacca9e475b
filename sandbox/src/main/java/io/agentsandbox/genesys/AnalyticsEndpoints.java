package io.agentsandbox.genesys;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `POST /api/v2/analytics/conversations/details/query`: conversations that began on a day of the
/// interval and were active in it. Without the delay that Genesys' own analytics have.
///
/// Source: developer.genesys.cloud, "analyticsdatamanagement/analytics/detail"; members as in
/// `ConversationQuery` and `SegmentDetailQueryPredicate` of the SDKs. Of the dimensions only
/// `addressFrom`, `direction` and `mediaType` are known.
final class AnalyticsEndpoints {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final int USUAL_PAGE = 25;
  private static final int LARGEST_PAGE = 100;

  private record Interval(Instant from, Instant to) {
    boolean holds(Conversation conversation) {
      Instant start = Instant.ofEpochMilli(conversation.startedAt());
      Instant last = Instant.ofEpochMilli(conversation.lastAt());
      return conversation.messages() > 0
          && start.isBefore(to)
          && !start.isBefore(from.truncatedTo(ChronoUnit.DAYS))
          && !last.isBefore(from);
    }
  }

  Reply details(Caller caller, Call call) {
    JsonNode query = call.json();
    Interval interval = interval(Json.text(query, "interval"));
    Comparator<Conversation> order = Comparator.comparingLong(Conversation::startedAt);
    List<Conversation> found =
        caller.organisation().conversations().stream()
            .filter(interval::holds)
            .filter(conversation ->
                query
                    .path("segmentFilters")
                    .valueStream()
                    .allMatch(filter -> passes(filter, conversation)))
            .sorted(Json.text(query, "order").equals("desc") ? order.reversed() : order)
            .toList();
    int size = query.path("paging").path("pageSize").asInt(USUAL_PAGE);
    int number = query.path("paging").path("pageNumber").asInt(1);
    if (size < 1 || size > LARGEST_PAGE || number < 1) {
      throw GenesysRefusal.badRequest("paging: pageSize 1 to 100, pageNumber from 1 on");
    }
    ObjectNode answer = Json.object();
    if (!found.isEmpty()) {
      ArrayNode page = answer.putArray("conversations");
      found.stream()
          .skip((long) size * (number - 1))
          .limit(size)
          .forEach(conversation -> page.add(describe(conversation)));
    }
    return Reply.json(200, answer.put("totalHits", found.size()));
  }

  private static boolean passes(JsonNode filter, Conversation conversation) {
    Stream<JsonNode> predicates = filter.path("predicates").valueStream();
    String type = Json.text(filter, "type").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "and" -> predicates.allMatch(predicate -> matches(predicate, conversation));
      case "or" -> predicates.anyMatch(predicate -> matches(predicate, conversation));
      default -> throw GenesysRefusal.invalidValue(type, "Type");
    };
  }

  private static boolean matches(JsonNode predicate, Conversation conversation) {
    String dimension = Json.text(predicate, "dimension");
    String actual =
        switch (dimension) {
          case "addressFrom" -> conversation.contact();
          case "direction" -> "inbound";
          case "mediaType" -> "message";
          default -> throw GenesysRefusal.invalidValue(dimension, "Dimension");
        };
    return actual.equals(Json.text(predicate, "value"));
  }

  private static Interval interval(String text) {
    String[] ends = text.split("/", -1);
    try {
      if (ends.length == 2) {
        Interval interval = new Interval(Instant.parse(ends[0]), Instant.parse(ends[1]));
        if (Duration.between(interval.from(), interval.to()).compareTo(LONGEST) <= 0) {
          return interval;
        }
      }
    } catch (DateTimeException _) {
      // Refused below, like every other interval that is none.
    }
    throw GenesysRefusal.badRequest(
        "interval: [%s] (expected: start/end, at most 31 days)".formatted(text));
  }

  private static ObjectNode describe(Conversation conversation) {
    ObjectNode shown =
        Json.object()
            .put("conversationId", conversation.id())
            .put("conversationStart", Instant.ofEpochMilli(conversation.startedAt()).toString())
            .put("originatingDirection", "inbound");
    if (!conversation.isOpen()) {
      shown.put("conversationEnd", Instant.ofEpochMilli(conversation.lastAt()).toString());
    }
    ObjectNode customer = shown.putArray("participants").addObject().put("purpose", "customer");
    ObjectNode session = customer.putArray("sessions").addObject().put("mediaType", "message");
    session.put("addressFrom", conversation.contact()).put("direction", "inbound");
    return shown;
  }
}
