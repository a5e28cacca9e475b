package io.agentportal.bridge;

import io.agentportal.platform.db.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `bridge_node`. Nodes work for all tenants: no statement names one.
@Repository
class NodeStore {
  private static final String REGISTER =
      """
      insert into bridge_node (id, name, started_at)
      values (:id, :name, :now)
      """;

  private static final String BEAT =
      """
      update bridge_node n
         set beat = n.beat + 1
       where n.id = :id
      """;

  private static final String BEATS =
      """
      select n.id, n.beat
        from bridge_node n
      """;

  private static final String NAMESAKES =
      """
      select n.id
        from bridge_node n
       where n.name = :name
         and n.id <> :id
      """;

  private static final String REMOVE =
      """
      delete from bridge_node n
       where n.id = any (cast(:ids as uuid[]))
      """;

  private final JdbcClient jdbc;

  NodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void register(UUID id, String name, Instant now) {
    jdbc.sql(REGISTER)
        .param("id", id)
        .param("name", name)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// False if somebody declared the node dead.
  boolean beat(UUID id) {
    return jdbc.sql(BEAT).param("id", id).update() == 1;
  }

  /// How often each node has beaten.
  Map<UUID, Long> beatsAcrossTenants() {
    Map<UUID, Long> beats = new HashMap<>();
    jdbc.sql(BEATS)
        .query((row, _) -> beats.put(row.getObject("id", UUID.class), row.getLong("beat")))
        .list();
    return beats;
  }

  /// Earlier lives of an installation.
  List<UUID> namesakes(String name, UUID id) {
    return jdbc.sql(NAMESAKES).param("name", name).param("id", id).query(UUID.class).list();
  }

  void remove(Collection<UUID> ids) {
    jdbc.sql(REMOVE).param("ids", Columns.of(ids, id -> id)).update();
  }
}
