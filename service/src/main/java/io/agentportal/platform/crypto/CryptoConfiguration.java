package io.agentportal.platform.crypto;

import io.agentportal.platform.db.DataDirectory;
import java.time.Clock;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Provides the deployment's sealer once the database is there.
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

  @Bean
  @DependsOnDatabaseInitialization
  Sealer sealer(
      MasterKeyProperties properties, JdbcClient jdbc, DataDirectory folder, Clock clock) {
    return new MasterKeyStart(properties, new MasterKeyCheckStore(jdbc), folder, clock).sealer();
  }
}
