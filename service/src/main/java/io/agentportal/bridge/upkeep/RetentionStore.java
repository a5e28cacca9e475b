package io.agentportal.bridge.upkeep;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Deletes old rows of `account_notice` and `delivery_dead`, of all tenants, a few at a time. Any
/// number of nodes may do so: each skips what another is deleting.
@Repository
class RetentionStore {
  private static final String DROP_NOTICES =
      """
      delete from account_notice a
       where (a.tenant_id, a.id) in (
               select x.tenant_id, x.id
                 from account_notice x
                where x.received_at < :before
                order by x.received_at
                limit :limit
                  for update skip locked)
      """;

  private static final String DROP_DEAD =
      """
      delete from delivery_dead d
       where (d.tenant_id, d.id) in (
               select x.tenant_id, x.id
                 from delivery_dead x
                where x.died_at < :before
                order by x.died_at
                limit :limit
                  for update skip locked)
      """;

  private final JdbcClient jdbc;

  RetentionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return how many were deleted, at most `limit`
  int dropNoticesAcrossTenants(Instant before, int limit) {
    return drop(DROP_NOTICES, before, limit);
  }

  /// @return how many were deleted, at most `limit`
  int dropDeadAcrossTenants(Instant before, int limit) {
    return drop(DROP_DEAD, before, limit);
  }

  private int drop(String statement, Instant before, int limit) {
    return jdbc.sql(statement)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }
}
