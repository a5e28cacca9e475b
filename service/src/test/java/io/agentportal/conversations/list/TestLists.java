package io.agentportal.conversations.list;

import io.agentportal.platform.db.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The read model on a real database, without the rest of the application.
final class TestLists {
  private TestLists() {}

  static ConversationListQueries of(TestDatabase database) {
    JdbcClient jdbc = database.jdbc();
    var tally = new ConversationTally(jdbc);
    return new ConversationListQueries(
        jdbc,
        database.transactions(),
        tally,
        new ActivityPages(jdbc, tally),
        new SortedPages(jdbc),
        new SearchPages(jdbc));
  }
}
