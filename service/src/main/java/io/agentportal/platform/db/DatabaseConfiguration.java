package io.agentportal.platform.db;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/// The database of this deployment. Pool and migrations are Spring Boot's, on the address given
/// here.
///
/// The embedded server is stopped after every bean that uses the pool.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  @Bean
  static UnknownPropertyCheck unknownPropertyCheck(ConfigurableEnvironment environment) {
    return new UnknownPropertyCheck(environment);
  }

  @Bean
  DataDirectory dataDirectory(@Value("${portal.data-dir}") String folder) {
    return DataDirectory.open(Path.of(folder));
  }

  @Bean
  @Conditional(EmbeddedDatabaseCondition.class)
  EmbeddedPostgres embeddedPostgres(DataDirectory folder, DatabaseProperties properties) {
    return EmbeddedPostgres.start(folder, properties.embedded().options());
  }

  @Bean
  @ConditionalOnMissingBean
  JdbcConnectionDetails databaseAddress(
      DatabaseProperties properties, ObjectProvider<EmbeddedPostgres> embedded) {
    EmbeddedPostgres server = embedded.getIfAvailable();
    if (server != null) {
      return new DatabaseAddress(server.url(), server.user(), server.password());
    }
    return new DatabaseAddress(
        String.valueOf(properties.url()), properties.user(), properties.password());
  }

  @Bean
  FlywayMigrationStrategy migration(DataSource dataSource) {
    return flyway -> {
      ServerVersion.require(dataSource);
      flyway.migrate();
    };
  }
}
