package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Stored calls that nobody has routed yet. They lie in [#SHARDS] shards; all calls of one tenant
/// are in the same one, so that whoever holds the shard sees them in the order of storing.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class WebhookInbox {
  public static final int SHARDS = 16;

  /// First key of the advisory locks; the second is the shard.
  private static final int LOCK_SPACE = 0x7765_6268;

  /// What one take may carry, so that a run of 3 MB bodies does not fill the memory.
  private static final long MAX_BYTES = 16L << 20;

  private static final String LOCK = "select pg_try_advisory_xact_lock(:space, :shard)";

  private static final String TAKE =
      """
      select e.id, e.tenant_id, e.source, e.received_at, e.body
        from (select u.event_id, u.received_at,
                     sum(u.bytes) over (order by u.event_id) - u.bytes as bytes_before
                from (select q.event_id, q.received_at, q.bytes
                        from webhook_unread q
                       where q.shard = :shard
                       order by q.event_id
                       limit :limit) u) n
        join webhook_event e
          on e.received_at = n.received_at
         and e.id = n.event_id
       where n.bytes_before < :maxBytes
       order by e.id
      """;

  private static final String ROUTED =
      """
      delete from webhook_unread u
       where u.shard = any (:shards)
         and u.event_id = any (:ids)
      """;

  private final JdbcClient jdbc;

  WebhookInbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The next calls of a shard, oldest first. Locks the shard until the caller's transaction ends;
  /// empty if there are none, or if somebody else (here or on another node) holds the shard.
  ///
  /// @param shard 0..15
  /// @param limit most calls to take; fewer come when their bodies are large
  public List<WebhookEvent> takeAcrossTenants(int shard, int limit) {
    boolean locked =
        jdbc.sql(LOCK)
            .param("space", LOCK_SPACE)
            .param("shard", shard)
            .query(Boolean.class)
            .single();
    if (!locked) {
      return List.of();
    }
    return jdbc.sql(TAKE)
        .param("shard", (short) shard)
        .param("limit", limit)
        .param("maxBytes", MAX_BYTES)
        .query(WebhookInbox::toEvent)
        .list();
  }

  /// Takes these calls out of the inbox, with the caller's transaction.
  public void routed(List<WebhookEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    jdbc.sql(ROUTED)
        .param(
            "shards", events.stream().map(WebhookInbox::shardOf).distinct().toArray(Short[]::new))
        .param("ids", events.stream().map(WebhookEvent::id).toArray(Long[]::new))
        .update();
  }

  private static short shardOf(WebhookEvent event) {
    return (short) Shards.of(event.tenantId(), event.body());
  }

  private static WebhookEvent toEvent(ResultSet row, int number) throws SQLException {
    return new WebhookEvent(
        row.getLong("id"),
        toTenant(row.getObject("tenant_id", UUID.class)),
        WebhookSource.valueOf(row.getString("source")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getBytes("body"));
  }

  private static @Nullable TenantId toTenant(@Nullable UUID value) {
    return value == null ? null : new TenantId(value);
  }
}
