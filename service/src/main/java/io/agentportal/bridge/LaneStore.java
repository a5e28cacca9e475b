package io.agentportal.bridge;

import io.agentportal.bridge.Lane.Queue;
import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `delivery_lane`: who may work on what, and when. Rows are locked in the order of their
/// key, so that two writers wait for each other and never deadlock.
@Repository
class LaneStore {
  private static final Comparator<Lane> BY_KEY =
      Comparator.comparing((Lane lane) -> lane.tenantId().toString())
          .thenComparing(lane -> lane.contactId().toString())
          .thenComparing(lane -> lane.direction().wireName());

  /// A lane that rests or is being worked on is left as it is, but locked: whoever works on it
  /// looks for its next delivery after this transaction.
  private static final String WAKE =
      """
      insert into delivery_lane as l (tenant_id, contact_id, direction, due_at)
      select n.tenant_id, n.contact_id, n.direction, :now
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]))
             with ordinality as n (tenant_id, contact_id, direction, place)
       order by n.place
      on conflict (tenant_id, contact_id, direction) do update
         set due_at = excluded.due_at
       where l.owner is null
         and l.due_at is null
      """;

  private static final String CLAIM =
      """
      with picked as (
        select d.tenant_id, d.contact_id, d.direction
          from unnest(cast(:tenantIds as uuid[]), cast(:directions as text[]), cast(:limits as integer[]))
               as n (tenant_id, direction, lanes)
         cross join lateral (
               select l.tenant_id, l.contact_id, l.direction
                 from delivery_lane l
                where l.tenant_id = n.tenant_id
                  and l.direction = n.direction
                  and l.due_at <= :now
                order by l.due_at
                limit n.lanes
                  for update skip locked) d
      )
      update delivery_lane l
         set owner = :node, due_at = null, needs_credentials = false
        from picked p
       where l.tenant_id = p.tenant_id
         and l.contact_id = p.contact_id
         and l.direction = p.direction
      returning l.tenant_id, l.contact_id, l.direction, l.sending, l.uncertain_since
      """;

  private static final String LOCK_OWNED =
      """
      select l.tenant_id, l.contact_id, l.direction, l.sending, l.uncertain_since
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]))
             as n (tenant_id, contact_id, direction)
        join delivery_lane l
          on l.tenant_id = n.tenant_id
         and l.contact_id = n.contact_id
         and l.direction = n.direction
       where l.owner = :node
       order by l.tenant_id, l.contact_id, l.direction
         for update of l
      """;

  private static final String SET =
      """
      update delivery_lane l
         set owner = case when n.keep then l.owner end,
             due_at = n.due_at,
             sending = n.sending,
             uncertain_since = case n.doubt
                                 when 'anew' then :now
                                 when 'still' then coalesce(l.uncertain_since, :now)
                               end,
             needs_credentials = n.needs_credentials,
             blocked_at = case when n.needs_credentials then :now end
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]),
                    cast(:keep as boolean[]), cast(:dueAt as timestamptz[]), cast(:sending as uuid[]),
                    cast(:doubts as text[]), cast(:needsCredentials as boolean[]))
             as n (tenant_id, contact_id, direction, keep, due_at, sending, doubt, needs_credentials)
       where l.tenant_id = n.tenant_id
         and l.contact_id = n.contact_id
         and l.direction = n.direction
      """;

  /// Walks the index from queue to queue instead of over every lane that is due.
  private static final String DUE =
      """
      with recursive q as (
        (select l.tenant_id, l.direction
           from delivery_lane l
          where l.due_at is not null
          order by l.tenant_id, l.direction
          limit 1)
        union all
        select x.tenant_id, x.direction
          from q
         cross join lateral (
               select l.tenant_id, l.direction
                 from delivery_lane l
                where l.due_at is not null
                  and (l.tenant_id, l.direction) > (q.tenant_id, q.direction)
                order by l.tenant_id, l.direction
                limit 1) x
      )
      select q.tenant_id, q.direction
        from q
       where exists (
               select 1
                 from delivery_lane l
                where l.tenant_id = q.tenant_id
                  and l.direction = q.direction
                  and l.due_at <= :now)
      """;

  private final JdbcClient jdbc;

  LaneStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A lane as a node holds it.
  ///
  /// @param sending the delivery that may be on its way already
  record Held(Lane lane, @Nullable UUID sending, @Nullable Instant uncertainSince) {}

  /// How many lanes of a queue a node would like.
  record Want(Queue queue, int lanes) {}

  /// Whether what a lane is sending may have arrived already.
  enum Doubting {
    NO,
    /// As before; the wait goes on.
    STILL,
    /// It was just sent; the wait begins.
    ANEW;

    private String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a lane is left.
  ///
  /// @param keep whether this node goes on with it
  /// @param dueAt null: nothing waits, or `keep`
  record Setting(
      Lane lane,
      boolean keep,
      @Nullable Instant dueAt,
      @Nullable UUID sending,
      Doubting doubt,
      boolean needsCredentials) {}

  /// Makes lanes due that rested for lack of work, and locks all of them.
  void wake(Collection<Lane> lanes, Instant now) {
    List<Lane> sorted = lanes.stream().distinct().sorted(BY_KEY).toList();
    withLanes(WAKE, sorted).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /// Gives due lanes to a node, those that waited longest first.
  List<Held> claimAcrossTenants(List<Want> wants, UUID node, Instant now) {
    return jdbc.sql(CLAIM)
        .param("tenantIds", Columns.of(wants, want -> want.queue().tenantId()))
        .param("directions", Columns.of(wants, want -> want.queue().direction().wireName()))
        .param("limits", Columns.of(wants, Want::lanes))
        .param("node", node)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(LaneStore::toHeld)
        .list();
  }

  /// Those of the lanes that the node still has, locked.
  Set<Lane> lockOwned(Collection<Lane> lanes, UUID node) {
    Set<Lane> owned = new HashSet<>();
    withLanes(LOCK_OWNED, lanes)
        .param("node", node)
        .query(LaneStore::toHeld)
        .list()
        .forEach(held -> owned.add(held.lane()));
    return owned;
  }

  void set(List<Setting> settings, Instant now) {
    if (settings.isEmpty()) {
      return;
    }
    withLanes(SET, settings.stream().map(Setting::lane).toList())
        .param("keep", Columns.of(settings, Setting::keep))
        .param("dueAt", Columns.of(settings, Setting::dueAt))
        .param("sending", Columns.of(settings, Setting::sending))
        .param("doubts", Columns.of(settings, setting -> setting.doubt().wireName()))
        .param("needsCredentials", Columns.of(settings, Setting::needsCredentials))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The queues in which something is due.
  List<Queue> dueAcrossTenants(Instant now) {
    return jdbc.sql(DUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Queue(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                Direction.ofWireName(row.getString("direction"))))
        .list();
  }

  private JdbcClient.StatementSpec withLanes(String sql, Collection<Lane> lanes) {
    return jdbc.sql(sql)
        .param("tenantIds", Columns.of(lanes, Lane::tenantId))
        .param("contactIds", Columns.of(lanes, Lane::contactId))
        .param("directions", Columns.of(lanes, lane -> lane.direction().wireName()));
  }

  private static Held toHeld(ResultSet row, int number) throws SQLException {
    OffsetDateTime since = row.getObject("uncertain_since", OffsetDateTime.class);
    return new Held(
        new Lane(
            new TenantId(row.getObject("tenant_id", UUID.class)),
            row.getObject("contact_id", UUID.class),
            Direction.ofWireName(row.getString("direction"))),
        row.getObject("sending", UUID.class),
        since == null ? null : since.toInstant());
  }
}
