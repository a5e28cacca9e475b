package io.agentportal.platform.db;

import java.util.List;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// Migrates the database and ends, for deployments that do this before they start new nodes.
@ConfigurationPropertiesScan("io.agentportal")
@Import(DatabaseConfiguration.class)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public final class MigrateOnly {
  private static final String ARGUMENT = "--migrate-only";

  private MigrateOnly() {}

  /// Whether the command line asks for it.
  public static boolean isAsked(String... arguments) {
    return List.of(arguments).contains(ARGUMENT);
  }

  /// Returns when the schema is the one of this release.
  public static void run(String... arguments) {
    var application = new SpringApplication(MigrateOnly.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.run(arguments).close();
  }

  /// Settings of other modules are known here, so that their names are accepted, but nothing is
  /// made of them.
  @Bean
  static LazyInitializationExcludeFilter migrationAlone() {
    return LazyInitializationExcludeFilter.forBeanTypes(FlywayMigrationInitializer.class);
  }
}
