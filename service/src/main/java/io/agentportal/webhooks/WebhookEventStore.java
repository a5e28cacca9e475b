package io.agentportal.webhooks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Writes the tables `webhook_event` and `webhook_pending`, many calls at a time.
@Repository
class WebhookEventStore {

  /// One statement in its own transaction, hence one round trip: arrays in, rows out of them.
  private static final String APPEND_ACROSS_TENANTS =
      """
      with arrived as materialized (
        select nextval('webhook_event_id') as id, a.body, cast(a.lengths as integer[]) as lengths,
               a.calls, a.tenant_id, a.shard, a.source, a.signed_with, a.content_type, a.user_agent
          from unnest(?::bytea[], ?::text[], ?::smallint[], ?::uuid[], ?::smallint[], ?::text[],
                      ?::text[], ?::text[], ?::text[])
               as a (body, lengths, calls, tenant_id, shard, source, signed_with, content_type,
                     user_agent)
      ), kept as (
        insert into webhook_event
               (id, received_at, tenant_id, source, signed_with, content_type, user_agent, body, lengths)
        select n.id, ?, n.tenant_id, n.source, n.signed_with, n.content_type, n.user_agent, n.body,
               n.lengths
          from arrived n
      )
      insert into webhook_pending (shard, event_id, received_at, calls, bytes)
      select n.shard, n.id, ?, n.calls, length(n.body)
        from arrived n
      """;

  private final WriterConnections connections;
  private final Clock clock;

  WebhookEventStore(WriterConnections connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  /// All of them or none; committed when it returns.
  void appendAcrossTenants(Collection<NewWebhook> calls) throws SQLException {
    List<WebhookParcel> parcels = WebhookParcel.of(calls);
    try (Connection connection = connections.open()) {
      try {
        append(connection, parcels);
      } catch (RuntimeException | Error failure) {
        // Perhaps in the middle of a conversation with the database that nobody can go on with.
        connections.discard(connection);
        throw failure;
      }
    }
  }

  private void append(Connection connection, List<WebhookParcel> parcels) throws SQLException {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    try (PreparedStatement statement = connection.prepareStatement(APPEND_ACROSS_TENANTS)) {
      var arrays = new Arrays(connection, statement, parcels);
      arrays.set(1, "bytea", byte[][]::new, WebhookParcel::body);
      arrays.set(2, "text", String[]::new, WebhookParcel::lengths);
      arrays.set(3, "int2", Short[]::new, parcel -> (short) parcel.calls().size());
      arrays.set(4, "uuid", String[]::new, parcel -> tenant(parcel.first()));
      arrays.set(5, "int2", Short[]::new, parcel -> (short) parcel.first().shard());
      arrays.set(6, "text", String[]::new, parcel -> parcel.first().source().name());
      arrays.set(7, "text", String[]::new, parcel -> parcel.first().signedWith());
      arrays.set(8, "text", String[]::new, parcel -> parcel.first().contentType());
      arrays.set(9, "text", String[]::new, parcel -> parcel.first().userAgent());
      statement.setObject(10, now);
      statement.setObject(11, now);
      statement.executeUpdate();
    }
  }

  private static @Nullable String tenant(NewWebhook call) {
    return call.tenantId() == null ? null : call.tenantId().toString();
  }

  /// One array parameter per column.
  private record Arrays(
      Connection connection, PreparedStatement statement, List<WebhookParcel> parcels) {

    <T> void set(
        int index,
        String type,
        IntFunction<@Nullable T[]> make,
        Function<WebhookParcel, @Nullable T> column)
        throws SQLException {
      @Nullable T[] values = make.apply(parcels.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = column.apply(parcels.get(i));
      }
      statement.setArray(index, connection.createArrayOf(type, values));
    }
  }
}
