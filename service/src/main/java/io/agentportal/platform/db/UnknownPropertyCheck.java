package io.agentportal.platform.db;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/// Stops the start when a setting under `portal.` is not known: a misspelt one would silently do
/// nothing.
///
/// Known is what a module's settings record names, and what the `application.yaml` of this release
/// names.
record UnknownPropertyCheck(ConfigurableEnvironment environment)
    implements BeanFactoryPostProcessor {
  private static final String PREFIX = "portal.";
  private static final String PACKAGED = "class path resource [application.yaml]";

  /// What Kubernetes puts into the environment for a service that is named "portal".
  private static final Pattern SERVICE_LINK =
      Pattern.compile("PORTAL_(SERVICE_(HOST|PORT.*)|PORT(_.*)?)");

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    PortalPropertyNames known = knownNames(beans);
    sources()
        .filter(source -> !isPackaged(source))
        .flatMap(source -> Arrays.stream(source.getPropertyNames()))
        .filter(UnknownPropertyCheck::isOurs)
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> refuse(name, known));
  }

  private PortalPropertyNames knownNames(ConfigurableListableBeanFactory beans) {
    var known = new PortalPropertyNames();
    sources()
        .filter(UnknownPropertyCheck::isPackaged)
        .flatMap(source -> Arrays.stream(source.getPropertyNames()))
        .filter(name -> name.startsWith(PREFIX))
        .forEach(known::add);
    for (String bean : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
      var settings = beans.findAnnotationOnBean(bean, ConfigurationProperties.class, false);
      Class<?> type = beans.getType(bean, false);
      if (settings != null && type != null && settings.value().startsWith("portal")) {
        known.addAll(settings.value(), type);
      }
    }
    return known;
  }

  private Stream<EnumerablePropertySource<?>> sources() {
    return environment.getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .map(source -> (EnumerablePropertySource<?>) source);
  }

  private static boolean isPackaged(EnumerablePropertySource<?> source) {
    return source.getName().contains(PACKAGED);
  }

  private static boolean isOurs(String name) {
    boolean isVariable = name.startsWith("PORTAL_") && !SERVICE_LINK.matcher(name).matches();
    return isVariable || name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
  }

  private static void refuse(String name, PortalPropertyNames known) {
    throw new StartException(
        "The setting " + name + " is not known to this release.",
        known
            .nearest(name)
            .map(nearest -> "Did you mean " + nearest + "? Correct it or take it out.")
            .orElse("Take it out; docs/operations.md lists the settings."));
  }
}
