package io.agentportal.platform.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The PostgreSQL server of one test JVM, with a migrated database to copy from.
///
/// The real server with the real settings, except that it does not wait for the disk.
final class TestServer {
  private static final String TEMPLATE = "portal_template";
  private static final Map<String, String> SETTINGS = new LinkedHashMap<>();

  static {
    SETTINGS.put("fsync", "off");
    SETTINGS.put("full_page_writes", "off");
    SETTINGS.put("synchronous_commit", "off");
    SETTINGS.put("timezone", "UTC");
    SETTINGS.put("max_connections", "200");
    SETTINGS.put("shared_buffers", "64MB");
    SETTINGS.put("jit", "off");
  }

  private final EmbeddedPostgres postgres;
  private final AtomicInteger count = new AtomicInteger();

  private TestServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  private static final class Holder {
    private static final TestServer SHARED = start();
  }

  static TestServer shared() {
    return Holder.SHARED;
  }

  String url(String database) {
    return postgres.url(database);
  }

  String user() {
    return postgres.user();
  }

  String password() {
    return postgres.password();
  }

  synchronized String createFromTemplate() {
    String database = "test_" + count.incrementAndGet();
    administration("create database " + database + " template " + TEMPLATE);
    return database;
  }

  void drop(String database) {
    administration("drop database if exists " + database + " with (force)");
  }

  private static TestServer start() {
    EmbeddedPostgres postgres = startInFreeFolder();
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    var server = new TestServer(postgres);
    server.dropWhatEarlierRunsLeft();
    server.drop(TEMPLATE);
    server.administration("create database " + TEMPLATE);
    Flyway.configure()
        .dataSource(server.url(TEMPLATE), server.user(), server.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return server;
  }

  /// One folder per concurrent test JVM, used again by the next run.
  private static EmbeddedPostgres startInFreeFolder() {
    var options = new EmbeddedPostgres.Options(0, Duration.ofSeconds(60), SETTINGS);
    for (int number = 1; ; number++) {
      Path folder = Path.of("target", "test-database-" + number);
      try {
        return EmbeddedPostgres.start(DataDirectory.open(folder), options);
      } catch (StartException e) {
        if (number == 4 || !String.valueOf(e.getMessage()).contains("in use by another")) {
          throw e;
        }
      }
    }
  }

  private void dropWhatEarlierRunsLeft() {
    client()
        .sql("select d.datname from pg_database d where d.datname like 'test\\_%'")
        .query(String.class)
        .list()
        .forEach(this::drop);
  }

  private void administration(String statement) {
    client().sql(statement).update();
  }

  private JdbcClient client() {
    return JdbcClient.create(new DriverManagerDataSource(url("postgres"), user(), password()));
  }
}
