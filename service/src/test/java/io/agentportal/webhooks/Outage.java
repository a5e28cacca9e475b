package io.agentportal.webhooks;

import io.agentportal.platform.db.TestDatabase;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database that went away, as the writers see it: connections break, new ones are refused. Ends
/// when closed.
final class Outage implements AutoCloseable {
  private final TestDatabase database;
  private final String name;

  private Outage(TestDatabase database) {
    this.database = database;
    this.name = database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
  }

  static Outage of(TestDatabase database) {
    var outage = new Outage(database);
    outage.allowConnections(false);
    outage
        .administration()
        .sql(
            """
            select pg_terminate_backend(a.pid)
              from pg_stat_activity a
             where a.datname = :name
               and a.application_name = 'agent-portal webhooks'
            """)
        .param("name", outage.name)
        .query(Boolean.class)
        .list();
    return outage;
  }

  @Override
  public void close() {
    allowConnections(true);
  }

  private void allowConnections(boolean allowed) {
    administration().sql("alter database " + name + " with allow_connections " + allowed).update();
  }

  private JdbcClient administration() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            database.url().replace("/" + name, "/postgres"), setting("user"), setting("password")));
  }

  private String setting(String key) {
    return Objects.requireNonNull(database.properties().get("portal.database." + key));
  }
}
