package io.agentportal.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A migrated database of its own for one test class, on a real server that all classes share.
///
/// ```java
/// @RegisterExtension static final TestDatabase database = new TestDatabase();
///
/// private final JdbcClient jdbc = database.jdbc();
/// ```
///
/// With `@ExtendWith(TestDatabase.class)` test methods and constructors may instead take a
/// `DataSource`, `JdbcClient`, `TransactionTemplate` or `TestDatabase`. A test of the whole
/// application passes {@link #properties()} to it.
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
  private static final int POOL_SIZE = 16;
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TestDatabase.class);

  private @Nullable String name;
  private @Nullable HikariDataSource pool;

  @Override
  public void beforeAll(ExtensionContext context) {
    if (name == null) {
      open();
    }
    context.getStore(NAMESPACE).put(TestDatabase.class, this);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getParent().filter(TestDatabase::isInsideAClass).isPresent()) {
      return; // a nested class; the outer one still needs it
    }
    if (pool != null) {
      pool.close();
    }
    if (name != null) {
      TestServer.shared().drop(name);
    }
    pool = null;
    name = null;
  }

  public DataSource dataSource() {
    return opened();
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(opened());
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(opened()));
  }

  /// Address for JDBC, without user and password.
  public String url() {
    opened();
    return TestServer.shared().url(String.valueOf(name));
  }

  /// Settings (`portal.database.url` and so on) that make an application use this database.
  public Map<String, String> properties() {
    return Map.of(
        "portal.database.url", url(),
        "portal.database.user", TestServer.shared().user(),
        "portal.database.password", TestServer.shared().password());
  }

  /// Deletes all rows of all tables; for classes whose tests do not use a tenant each.
  public void clear() {
    jdbc()
        .sql(
            """
            do $$ begin
              execute coalesce(
                (select 'truncate ' || string_agg(format('%I.%I', t.schemaname, t.tablename), ', ')
                   || ' cascade'
                   from pg_tables t
                  where t.schemaname = 'public'
                    and t.tablename <> 'flyway_schema_history'),
                'select 1');
            end $$
            """)
        .update();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Set.of(DataSource.class, JdbcClient.class, TransactionTemplate.class, TestDatabase.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDatabase database =
        context.getStore(NAMESPACE).getOrDefault(TestDatabase.class, TestDatabase.class, this);
    Class<?> type = parameter.getParameter().getType();
    if (type == DataSource.class) {
      return database.dataSource();
    }
    if (type == JdbcClient.class) {
      return database.jdbc();
    }
    return type == TransactionTemplate.class ? database.transactions() : database;
  }

  private static boolean isInsideAClass(ExtensionContext context) {
    return context.getTestClass().isPresent();
  }

  /// Also before `beforeAll`: static fields of a test class may use the database.
  private synchronized HikariDataSource opened() {
    if (pool == null) {
      open();
    }
    return Objects.requireNonNull(pool);
  }

  private synchronized void open() {
    TestServer server = TestServer.shared();
    String database = server.createFromTemplate();
    var config = new HikariConfig();
    config.setJdbcUrl(server.url(database));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(0);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    name = database;
    pool = new HikariDataSource(config);
  }
}
