package io.agentportal.genesys;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How to reach Genesys Cloud.
///
/// @param defaultRegion offered first at login
/// @param regions addresses that differ from Genesys' own, and regions that are newer than this
///   program, by region id
/// @param timeout of one call
@ConfigurationProperties("portal.genesys")
record GenesysProperties(
    @DefaultValue("us-east-1") String defaultRegion,
    Map<String, Address> regions,
    @DefaultValue("10s") Duration timeout) {

  GenesysProperties {
    regions = regions == null ? Map.of() : Map.copyOf(regions);
  }

  /// @param name shown to people; null: Genesys' own name of the region, else its id
  /// @param host shown to people as the place where they log in; null: Genesys' own host of the
  ///   region, else the host of `apiUrl`
  record Address(URI loginUrl, URI apiUrl, @Nullable String name, @Nullable String host) {}
}
