package io.agentportal.webhooks;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.stereotype.Component;

/// Connections of their own for the writers: taking calls in never waits for a page of the console
/// or a batch of the bridge, and notices a dead database within seconds.
@Component
class WriterConnections {
  private static final int OPEN_MILLIS = 2_000;
  private static final int ANSWER_SECONDS = 5;

  private final HikariDataSource pool;

  WriterConnections(DataSource main, WebhookProperties properties) {
    pool = DataSourceBuilder.derivedFrom(main).type(HikariDataSource.class).build();
    pool.setPoolName("webhook-writers");
    pool.setMaximumPoolSize(properties.writers());
    pool.setConnectionTimeout(OPEN_MILLIS);
    pool.setValidationTimeout(OPEN_MILLIS / 2);
    pool.setInitializationFailTimeout(-1);
    pool.addDataSourceProperty("connectTimeout", OPEN_MILLIS / 1_000);
    pool.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
    pool.addDataSourceProperty("ApplicationName", "agent-portal webhooks");
    // The details of an error would carry a customer's message into the log.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    // The one statement is parsed and planned once per connection.
    pool.addDataSourceProperty("prepareThreshold", 1);
    pool.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
  }

  Connection open() throws SQLException {
    return pool.getConnection();
  }

  /// Makes sure that nobody gets this connection again.
  void discard(Connection connection) {
    pool.evictConnection(connection);
  }

  @PreDestroy
  void close() {
    pool.close();
  }
}
