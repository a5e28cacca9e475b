package io.agentportal.platform.live;

import io.agentportal.platform.tenancy.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// An activity on its way from one node to the others: at most 2 kB of the 8 kB that PostgreSQL
/// lets a notification have.
///
/// @param node where it happened
record ClusterMessage(UUID node, Activity activity) {
  /// The channel of `NOTIFY` and `LISTEN`.
  static final String CHANNEL = "portal_live";

  private static final int PARTS = 4;

  /// Node, tenant, `more` or `all`, and ids with commas between; blanks between the four.
  String write() {
    String ids =
        activity.conversationIds().stream().map(UUID::toString).collect(Collectors.joining(","));
    return String.join(
        " ",
        node.toString(),
        activity.tenantId().toString(),
        activity.more() ? "more" : "all",
        ids);
  }

  /// @throws IllegalArgumentException for anything that [#write] does not write
  static ClusterMessage read(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(parts.length + " parts (expected: " + PARTS + ")");
    }
    List<UUID> ids =
        Arrays.stream(parts[3].split(",", -1))
            .filter(id -> !id.isEmpty())
            .map(UUID::fromString)
            .toList();
    return new ClusterMessage(
        UUID.fromString(parts[0]),
        new Activity(TenantId.parse(parts[1]), ids, "more".equals(parts[2])));
  }
}
