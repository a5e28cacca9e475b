package io.agentportal.bridge;

import io.agentportal.bridge.LaneStore.Held;
import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tables `delivery` and `delivery_dead`. Every row names its tenant.
@Repository
class DeliveryStore {
  private static final String INSERT =
      """
      insert into delivery (tenant_id, contact_id, direction, sort_at, id, message_id, payload, created_at)
      select n.tenant_id, n.contact_id, n.direction, n.sort_at, n.id, n.message_id, n.payload, n.created_at
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]),
                    cast(:sortAt as timestamptz[]), cast(:ids as uuid[]), cast(:messageIds as uuid[]),
                    cast(:payloads as text[]), cast(:createdAt as timestamptz[]))
             as n (tenant_id, contact_id, direction, sort_at, id, message_id, payload, created_at)
      """;

  /// What a lane was sending comes before what sorts before it.
  private static final String HEADS =
      """
      select d.tenant_id, d.contact_id, d.direction, d.sort_at, d.id, d.message_id, d.payload, d.attempts, d.created_at
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]),
                    cast(:sending as uuid[])) as n (tenant_id, contact_id, direction, sending)
       cross join lateral (
             select x.tenant_id, x.contact_id, x.direction, x.sort_at, x.id, x.message_id, x.payload, x.attempts,
                    x.created_at
               from delivery x
              where x.tenant_id = n.tenant_id
                and x.contact_id = n.contact_id
                and x.direction = n.direction
                and (n.sending is null or x.id = n.sending)
              order by x.sort_at, x.id
              limit 1) d
      """;

  private static final String DELETE =
      """
      delete from delivery d
       using unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]),
                    cast(:sortAt as timestamptz[]), cast(:ids as uuid[]))
             as n (tenant_id, contact_id, direction, sort_at, id)
       where d.tenant_id = n.tenant_id
         and d.contact_id = n.contact_id
         and d.direction = n.direction
         and d.sort_at = n.sort_at
         and d.id = n.id
      """;

  private static final String COUNT_ATTEMPTS =
      """
      update delivery d
         set attempts = n.attempts
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]),
                    cast(:sortAt as timestamptz[]), cast(:ids as uuid[]), cast(:attempts as integer[]))
             as n (tenant_id, contact_id, direction, sort_at, id, attempts)
       where d.tenant_id = n.tenant_id
         and d.contact_id = n.contact_id
         and d.direction = n.direction
         and d.sort_at = n.sort_at
         and d.id = n.id
      """;

  private static final String BURY =
      """
      insert into delivery_dead (tenant_id, id, contact_id, direction, sort_at, message_id, payload, attempts,
                                 created_at, died_at, error_code, error_text)
      select n.tenant_id, n.id, n.contact_id, n.direction, n.sort_at, n.message_id, n.payload, n.attempts,
             n.created_at, :now, n.error_code, n.error_text
        from unnest(cast(:tenantIds as uuid[]), cast(:contactIds as uuid[]), cast(:directions as text[]),
                    cast(:sortAt as timestamptz[]), cast(:ids as uuid[]), cast(:messageIds as uuid[]),
                    cast(:payloads as text[]), cast(:attempts as integer[]), cast(:createdAt as timestamptz[]),
                    cast(:errorCodes as text[]), cast(:errorTexts as text[]))
             as n (tenant_id, contact_id, direction, sort_at, id, message_id, payload, attempts, created_at,
                   error_code, error_text)
      on conflict (tenant_id, id) do nothing
      """;

  private static final String DEPTHS =
      """
      select d.direction, count(*) as waiting, min(d.created_at) as oldest
        from delivery d
       group by d.direction
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DeliveryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A delivery that is given up.
  record Casualty(Delivery delivery, int attempts, String code, String reason) {}

  /// What waits in one direction, of all tenants.
  record Depth(long waiting, Instant oldest) {}

  void insert(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    withKeys(INSERT, deliveries)
        .param("messageIds", Columns.of(deliveries, Delivery::messageId))
        .param("payloads", Columns.of(deliveries, this::write))
        .param("createdAt", Columns.of(deliveries, Delivery::createdAt))
        .update();
  }

  /// The delivery that each lane has to make next; lanes with nothing to do are absent.
  Map<Lane, Delivery> heads(Collection<Held> lanes) {
    Map<Lane, Delivery> heads = new HashMap<>();
    if (lanes.isEmpty()) {
      return heads;
    }
    jdbc.sql(HEADS)
        .param("tenantIds", Columns.of(lanes, held -> held.lane().tenantId()))
        .param("contactIds", Columns.of(lanes, held -> held.lane().contactId()))
        .param("directions", Columns.of(lanes, held -> held.lane().direction().wireName()))
        .param("sending", Columns.of(lanes, Held::sending))
        .query(this::toDelivery)
        .list()
        .forEach(delivery -> heads.put(delivery.lane(), delivery));
    return heads;
  }

  void delete(List<Delivery> deliveries) {
    if (!deliveries.isEmpty()) {
      withKeys(DELETE, deliveries).update();
    }
  }

  /// @param attempts by delivery
  void countAttempts(Map<Delivery, Integer> attempts) {
    if (!attempts.isEmpty()) {
      withKeys(COUNT_ATTEMPTS, attempts.keySet())
          .param("attempts", Columns.of(attempts.values(), count -> count))
          .update();
    }
  }

  /// Keeps given-up deliveries for another try by hand.
  void bury(List<Casualty> casualties, Instant now) {
    if (casualties.isEmpty()) {
      return;
    }
    List<Delivery> deliveries = casualties.stream().map(Casualty::delivery).toList();
    withKeys(BURY, deliveries)
        .param("messageIds", Columns.of(deliveries, Delivery::messageId))
        .param("payloads", Columns.of(deliveries, this::write))
        .param("attempts", Columns.of(casualties, Casualty::attempts))
        .param("createdAt", Columns.of(deliveries, Delivery::createdAt))
        .param("errorCodes", Columns.of(casualties, Casualty::code))
        .param("errorTexts", Columns.of(casualties, Casualty::reason))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    delete(deliveries);
  }

  /// How much waits, by direction; directions without work are absent.
  Map<Direction, Depth> depthsAcrossTenants() {
    Map<Direction, Depth> depths = new HashMap<>();
    jdbc.sql(DEPTHS)
        .query((row, _) ->
            depths.put(
                Direction.ofWireName(row.getString("direction")),
                new Depth(row.getLong("waiting"), instant(row, "oldest"))))
        .list();
    return depths;
  }

  private JdbcClient.StatementSpec withKeys(String sql, Collection<Delivery> deliveries) {
    return jdbc.sql(sql)
        .param("tenantIds", Columns.of(deliveries, Delivery::tenantId))
        .param("contactIds", Columns.of(deliveries, delivery -> delivery.lane().contactId()))
        .param(
            "directions",
            Columns.of(deliveries, delivery -> delivery.lane().direction().wireName()))
        .param("sortAt", Columns.of(deliveries, Delivery::sortAt))
        .param("ids", Columns.of(deliveries, Delivery::id));
  }

  private String write(Delivery delivery) {
    return json.writerFor(Payload.class).writeValueAsString(delivery.payload());
  }

  private Delivery toDelivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        new Lane(
            new TenantId(row.getObject("tenant_id", UUID.class)),
            row.getObject("contact_id", UUID.class),
            Direction.ofWireName(row.getString("direction"))),
        row.getObject("id", UUID.class),
        row.getObject("message_id", UUID.class),
        instant(row, "sort_at"),
        instant(row, "created_at"),
        row.getInt("attempts"),
        json.readValue(row.getString("payload"), Payload.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
