package io.agentportal.conversations.list;

/// One page's place in a list.
///
/// @param skip how many conversations come before it
/// @param limit how many it has at most
record Portion(long skip, int limit) {
  /// How many times the expected way is walked before everything is gathered, and the least.
  private static final int PATIENCE = 4;

  private static final int SHORT_WALK = 2_000;

  /// Whether it costs less to gather and sort everything that matches than to walk the list's order
  /// until the page is full, with matches spread evenly. Looking at one conversation costs about
  /// the same either way.
  boolean isGathered(long matching, long all) {
    return matching < all && (double) matching * matching < (skip + limit) * (double) all / 2;
  }

  /// How far to walk in the list's order at most.
  long window(long matching, long all) {
    return Math.max(SHORT_WALK, PATIENCE * (skip + limit) * Math.ceilDiv(all, matching));
  }

  /// Whether so much matches that walking on costs less than gathering, wherever the matches lie.
  static boolean isMost(long matching, long all) {
    return matching > all / 4;
  }

  /// How many conversations the page has.
  long expected(long matching) {
    return Math.min(limit, matching - skip);
  }
}
