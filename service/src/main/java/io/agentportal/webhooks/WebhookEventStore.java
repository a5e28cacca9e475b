package io.agentportal.webhooks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Writes the tables `webhook_event` and `webhook_unread`, many calls at a time.
@Repository
class WebhookEventStore {

  /// One statement in its own transaction, hence one round trip: arrays in, rows out of them.
  private static final String APPEND_ACROSS_TENANTS =
      """
      with arrived as materialized (
        select nextval('webhook_event_id') as id, a.body, a.tenant_id, a.shard, a.source,
               a.signed_with, a.content_type, a.user_agent
          from unnest(?::bytea[], ?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[])
               as a (body, tenant_id, shard, source, signed_with, content_type, user_agent)
      ), kept as (
        insert into webhook_event
               (id, received_at, tenant_id, source, signed_with, content_type, user_agent, body)
        select n.id, ?, n.tenant_id, n.source, n.signed_with, n.content_type, n.user_agent, n.body
          from arrived n
      )
      insert into webhook_unread (shard, event_id, received_at, bytes)
      select n.shard, n.id, ?, length(n.body)
        from arrived n
      """;

  private final WriterConnections connections;
  private final Clock clock;

  WebhookEventStore(WriterConnections connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  /// All of them or none; committed when it returns.
  void appendAcrossTenants(List<NewWebhook> calls) throws SQLException {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    try (Connection connection = connections.open();
        PreparedStatement statement = connection.prepareStatement(APPEND_ACROSS_TENANTS)) {
      var arrays = new Arrays(connection, statement, calls);
      arrays.set(1, "bytea", byte[][]::new, NewWebhook::body);
      arrays.set(2, "uuid", String[]::new, WebhookEventStore::tenant);
      arrays.set(3, "int2", Short[]::new, call -> (short) call.shard());
      arrays.set(4, "text", String[]::new, call -> call.source().name());
      arrays.set(5, "text", String[]::new, NewWebhook::signedWith);
      arrays.set(6, "text", String[]::new, NewWebhook::contentType);
      arrays.set(7, "text", String[]::new, NewWebhook::userAgent);
      statement.setObject(8, now);
      statement.setObject(9, now);
      statement.executeUpdate();
    }
  }

  private static @Nullable String tenant(NewWebhook call) {
    return call.tenantId() == null ? null : call.tenantId().toString();
  }

  /// One array parameter per column.
  private record Arrays(
      Connection connection, PreparedStatement statement, List<NewWebhook> calls) {

    <T> void set(
        int index,
        String type,
        IntFunction<@Nullable T[]> make,
        Function<NewWebhook, @Nullable T> column)
        throws SQLException {
      @Nullable T[] values = make.apply(calls.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = column.apply(calls.get(i));
      }
      statement.setArray(index, connection.createArrayOf(type, values));
    }
  }
}
