package io.agentportal.webhooks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves what a version before parcels has stored and not routed to where this one looks: at the
/// start after an upgrade, and for as long as such nodes still run beside this one.
@Component
class UnreadTakeover {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadTakeover.class);

  private static final String ANY = "select exists (select 1 from webhook_unread)";

  private static final String MOVE =
      """
      with moved as (
        delete from webhook_unread u
        returning u.shard, u.event_id, u.received_at, u.bytes
      )
      insert into webhook_pending (shard, event_id, received_at, calls, bytes)
      select m.shard, m.event_id, m.received_at, 1, m.bytes
        from moved m
      """;

  private final JdbcClient jdbc;
  private final WebhookInbox inbox;
  private final TransactionTemplate transaction;

  UnreadTakeover(JdbcClient jdbc, WebhookInbox inbox, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.transaction = transaction;
  }

  void moveAcrossTenants() {
    if (!jdbc.sql(ANY).query(Boolean.class).single()) {
      return;
    }
    transaction.executeWithoutResult(_ -> {
      inbox.holdAllAcrossTenants();
      int calls = jdbc.sql(MOVE).update();
      LOG.atInfo().addKeyValue("calls", calls).log("took over the calls of an older version");
    });
  }
}
