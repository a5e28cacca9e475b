package io.agentportal.bridge.faults;

import io.agentportal.PortalApplication;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One running service of a [FaultWorld].
final class Node implements AutoCloseable {
  private final URI baseUri;
  private final String folder;
  private final ConfigurableApplicationContext application;

  private Node(URI baseUri, String folder, ConfigurableApplicationContext application) {
    this.baseUri = baseUri;
    this.folder = folder;
    this.application = application;
  }

  static Node start(URI baseUri, String folder, Clock clock, Map<String, String> properties) {
    var spring = new SpringApplication(PortalApplication.class);
    spring.setRegisterShutdownHook(false);
    spring.addInitializers(
        (ApplicationContextInitializer<ConfigurableApplicationContext>)
            context -> context.getBeanFactory().registerSingleton("clock", clock));
    return new Node(
        baseUri,
        folder,
        spring.run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new)));
  }

  URI baseUri() {
    return baseUri;
  }

  /// Its data folder.
  String folder() {
    return folder;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /// Stops as an operator would: what is under way is finished first.
  @Override
  public void close() {
    application.close();
  }
}
