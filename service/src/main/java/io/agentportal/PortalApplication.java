package io.agentportal;

import io.agentportal.audit.AuditFileCheck;
import io.agentportal.platform.db.MigrateOnly;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The service: bridge and API of the console in one process.
@Modulithic(systemName = "Agent Portal")
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PortalApplication {

  static void main(String[] args) {
    if (AuditFileCheck.isAsked(args)) {
      System.exit(AuditFileCheck.run(args));
    }
    if (MigrateOnly.isAsked(args)) {
      MigrateOnly.run(args);
      return;
    }
    SpringApplication.run(PortalApplication.class, args);
  }
}
