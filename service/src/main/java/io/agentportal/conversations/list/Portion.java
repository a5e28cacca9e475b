package io.agentportal.conversations.list;

/// One page's place in a list.
///
/// @param skip how many conversations come before it
/// @param limit how many it has at most
record Portion(long skip, int limit) {

  /// Whether it costs less to gather and sort everything that matches than to walk the list's order
  /// until the page is full, with matches spread evenly. Looking at one conversation costs about
  /// the same either way.
  boolean isGathered(long matching, long all) {
    return matching < all && (double) matching * matching < (skip + limit) * (double) all / 2;
  }
}
