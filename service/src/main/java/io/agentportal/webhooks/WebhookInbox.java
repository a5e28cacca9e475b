package io.agentportal.webhooks;

import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final String HOLD_ALL =
      """
      select pg_advisory_xact_lock(:space, s.shard)
        from generate_series(0, :last) as s (shard)
      """;

  private static final String TAKE =
      """
      select e.id, e.tenant_id, e.source, e.received_at, e.body, e.lengths, n.routed
        from (select u.event_id, u.received_at, u.routed,
                     sum(u.calls - u.routed) over earlier as calls_before,
                     sum(u.bytes) over earlier as bytes_before
                from (select p.event_id, p.received_at, p.calls, p.routed, p.bytes
                        from webhook_pending p
                       where p.shard = :shard
                       order by p.event_id
                       limit :limit) u
              window earlier as (order by u.event_id rows between unbounded preceding
                                 and current row exclude current row)) n
        join webhook_event e
          on e.received_at = n.received_at
         and e.id = n.event_id
       where coalesce(n.calls_before, 0) < :limit
         and coalesce(n.bytes_before, 0) < :maxBytes
       order by e.id
      """;

  /// A parcel of which calls are left stays, with a mark how far it is routed.
  private static final String ROUTED =
      """
      with routed as (
        select r.shard, r.event_id, r.calls
          from unnest(cast(:shards as smallint[]), cast(:parcels as bigint[]), cast(:calls as smallint[]))
               as r (shard, event_id, calls)
      ), done as (
        delete from webhook_pending p
         using routed r
         where p.shard = r.shard
           and p.event_id = r.event_id
           and p.calls <= r.calls
      )
      update webhook_pending p
         set routed = r.calls
        from routed r
       where p.shard = r.shard
         and p.event_id = r.event_id
         and p.calls > r.calls
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
    List<WebhookEvent> events = new ArrayList<>();
    jdbc.sql(TAKE)
        .param("shard", (short) shard)
        .param("limit", limit)
        .param("maxBytes", MAX_BYTES)
        .query((ResultSet row) -> unpack(row, limit, events));
    return events;
  }

  /// Waits for everybody who holds a shard, and keeps them all until the caller's transaction ends.
  void holdAllAcrossTenants() {
    jdbc.sql(HOLD_ALL)
        .param("space", LOCK_SPACE)
        .param("last", SHARDS - 1)
        .query((_, _) -> true)
        .list();
  }

  /// Takes these calls out of the inbox, with the caller's transaction.
  ///
  /// @param events what one [#takeAcrossTenants] gave, all of it or the first so many
  public void routed(List<WebhookEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    Map<Long, WebhookEvent> lastOfParcel = new LinkedHashMap<>();
    events.forEach(event -> lastOfParcel.put(event.parcelId(), event));
    Collection<WebhookEvent> last = lastOfParcel.values();
    jdbc.sql(ROUTED)
        .param("shards", Columns.of(last, event -> Shards.of(event.tenantId(), event.body())))
        .param("parcels", Columns.of(last, WebhookEvent::parcelId))
        .param("calls", Columns.of(last, event -> event.id() - event.parcelId() + 1))
        .update();
  }

  /// The calls of a row that are not routed yet.
  private static void unpack(ResultSet row, int limit, List<WebhookEvent> events)
      throws SQLException {
    long parcelId = row.getLong("id");
    TenantId tenant = toTenant(row.getObject("tenant_id", UUID.class));
    WebhookSource source = WebhookSource.valueOf(row.getString("source"));
    Instant receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
    List<byte[]> bodies = WebhookParcel.bodies(row.getBytes("body"), lengths(row));
    for (int i = row.getInt("routed"); i < bodies.size() && events.size() < limit; i++) {
      events.add(
          new WebhookEvent(parcelId + i, tenant, source, receivedAt, parcelId, bodies.get(i)));
    }
  }

  private static Integer @Nullable [] lengths(ResultSet row) throws SQLException {
    Array lengths = row.getArray("lengths");
    return lengths == null ? null : (Integer[]) lengths.getArray();
  }

  private static @Nullable TenantId toTenant(@Nullable UUID value) {
    return value == null ? null : new TenantId(value);
  }
}
