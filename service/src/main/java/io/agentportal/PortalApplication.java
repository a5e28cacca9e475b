package io.agentportal;

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
    SpringApplication.run(PortalApplication.class, args);
  }
}
