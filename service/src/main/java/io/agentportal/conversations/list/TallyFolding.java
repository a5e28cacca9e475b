package io.agentportal.conversations.list;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Adds the noted changes to the tally, so that readers have few of them to add up. Every node
/// tries; one at a time does.
@Component
class TallyFolding {
  private static final String IS_NEEDED = "select exists (select 1 from conversation_tally_change)";

  private static final String LOCK = "select pg_try_advisory_xact_lock(0x74616c6c)";

  private static final String FOLD_ACROSS_TENANTS =
      """
      with noted as (
        delete from conversation_tally_change n
        returning n.tenant_id, n.day, n.status, n.direction, n.phone_number_id, n.error_code,
                  n.conversations)
      insert into conversation_tally as known
             (tenant_id, day, status, direction, phone_number_id, error_code, conversations)
      select n.tenant_id, n.day, n.status, n.direction, n.phone_number_id, n.error_code,
             sum(n.conversations)
        from noted n
       group by n.tenant_id, n.day, n.status, n.direction, n.phone_number_id, n.error_code
      having sum(n.conversations) <> 0
          on conflict (tenant_id, day, status, direction, phone_number_id, error_code) do update
         set conversations = known.conversations + excluded.conversations
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  TallyFolding(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void foldAcrossTenants() {
    if (!jdbc.sql(IS_NEEDED).query(Boolean.class).single()) {
      return;
    }
    transactions.executeWithoutResult(_ -> {
      if (jdbc.sql(LOCK).query(Boolean.class).single()) {
        jdbc.sql(FOLD_ACROSS_TENANTS).update();
      }
    });
  }
}
