package io.agentportal.media;

import io.agentportal.platform.db.DataDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses where files lie.
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

  @Bean
  FileVault fileVault(DataDirectory data) {
    return new FolderVault(data.resolve("media"));
  }
}
