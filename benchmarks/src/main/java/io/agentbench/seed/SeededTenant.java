package io.agentbench.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A tenant to fill.
///
/// @param conversations how many it gets
/// @param messagesEach how many messages a conversation has on average
/// @param from when its first conversation began
/// @param to now
/// @param number its place among the tenants, from 0; part of its numbers and names
record SeededTenant(
    UUID id, int number, long conversations, int messagesEach, Instant from, Instant to) {

  /// Two WhatsApp numbers, of which the first takes most of the traffic.
  List<String> phoneNumberIds() {
    return List.of("34000000%07d".formatted(201 + number), "34000001%07d".formatted(201 + number));
  }

  /// When the conversation with that number began: they come evenly, in order.
  Instant beginOf(long conversation) {
    double share = (conversation + 0.5) / conversations;
    return from.plusMillis((long) (share * Duration.between(from, to).toMillis()));
  }
}
