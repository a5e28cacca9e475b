package io.agentportal.platform.db;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which database is used: an external one if `url` is set, otherwise the embedded one.
///
/// @param url `jdbc:postgresql://host/database`, or the same without `jdbc:`
@Validated
@ConfigurationProperties("portal.database")
record DatabaseProperties(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue Embedded embedded) {

  /// @param port 0: the port of the last start, or a free one
  /// @param settings PostgreSQL's own settings, with dashes in their names (`shared-buffers`)
  record Embedded(
      @DefaultValue("0") @Min(0) @Max(65_535) int port,
      @DefaultValue("60s") Duration startTimeout,
      @DefaultValue Map<String, String> settings) {

    EmbeddedPostgres.Options options() {
      Map<String, String> byTheirNames = new LinkedHashMap<>();
      settings.forEach((name, value) -> byTheirNames.put(name.replace('-', '_'), value));
      return new EmbeddedPostgres.Options(port, startTimeout, byTheirNames);
    }
  }

  boolean isExternal() {
    return url != null && !url.isBlank();
  }

  /// Without the password, and without the URL's parameters, which may hold one.
  @Override
  public String toString() {
    String shown = url == null ? "" : url.split("\\?", 2)[0];
    return "DatabaseProperties[url=" + shown + ", user=" + user + ", embedded=" + embedded + "]";
  }
}
