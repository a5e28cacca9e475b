package io.agentportal.genesys;

import io.agentportal.platform.client.PartnerOrigins;
import io.agentportal.platform.errors.PortalException;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The regions of Genesys Cloud: an allow-list, so that no tenant can name a server of its own.
///
/// Source: `PureCloudRegionHosts` of the Java SDK 198.1.0 and the JavaScript SDK 262.0.0.
@Component
public class GenesysRegions implements PartnerOrigins {
  private static final String API = "api.";

  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final String defaultRegion;

  /// @param id the AWS name, `us-east-1`
  /// @param host `mypurecloud.com`; shown to people who know their region by it
  /// @param loginUrl without trailing slash
  /// @param apiUrl without trailing slash
  public record Region(String id, String name, String host, URI loginUrl, URI apiUrl) {}

  GenesysRegions(GenesysProperties properties) {
    standard().forEach(region -> regions.put(region.id(), region));
    properties
        .regions()
        .forEach((id, address) -> regions.put(id, configured(id, address, regions.get(id))));
    defaultRegion = properties.defaultRegion();
    if (!regions.containsKey(defaultRegion)) {
      throw new IllegalArgumentException(
          "portal.genesys.default-region: "
              + defaultRegion
              + " (expected: one of "
              + regions.keySet()
              + ")");
    }
  }

  public List<Region> all() {
    return List.copyOf(regions.values());
  }

  public Region defaultRegion() {
    return find(defaultRegion);
  }

  /// @throws PortalException `VALIDATION_FAILED` on the field `region` if there is none of that id
  public Region find(String id) {
    return known(id)
        .orElseThrow(() ->
            PortalException.invalid("region", id + " (expected: one of " + regions.keySet() + ")"));
  }

  public Optional<Region> known(String id) {
    return Optional.ofNullable(regions.get(id));
  }

  @Override
  public Collection<URI> origins() {
    return regions.values().stream()
        .flatMap(region ->
            Stream.concat(
                Stream.of(region.loginUrl(), region.apiUrl()), downloads(region.apiUrl()).stream()))
        .toList();
  }

  /// Where files of agents lie: `api-downloads.mypurecloud.com` for `api.mypurecloud.com`. An
  /// address that is not built like Genesys' own serves its files itself.
  private static Optional<URI> downloads(URI apiUrl) {
    String host = String.valueOf(apiUrl.getHost());
    return host.startsWith(API)
        ? Optional.of(URI.create("https://api-downloads." + host.substring(API.length())))
        : Optional.empty();
  }

  private static Region configured(
      String id, GenesysProperties.Address address, @Nullable Region known) {
    String name = known == null ? id : known.name();
    String host = known == null ? String.valueOf(address.apiUrl().getHost()) : known.host();
    return new Region(
        id,
        Objects.requireNonNullElse(address.name(), name),
        Objects.requireNonNullElse(address.host(), host),
        address.loginUrl(),
        address.apiUrl());
  }

  private static List<Region> standard() {
    return List.of(
        region("us-east-1", "Americas (US East)", "mypurecloud.com"),
        region("us-west-2", "Americas (US West)", "usw2.pure.cloud"),
        region("ca-central-1", "Americas (Canada)", "cac1.pure.cloud"),
        region("sa-east-1", "Americas (São Paulo)", "sae1.pure.cloud"),
        region("mx-central-1", "Americas (Mexico)", "mxc1.pure.cloud"),
        region("us-east-2", "Americas (US Government)", "use2.us-gov-pure.cloud"),
        region("eu-west-1", "EMEA (Ireland)", "mypurecloud.ie"),
        region("eu-west-2", "EMEA (London)", "euw2.pure.cloud"),
        region("eu-central-1", "EMEA (Frankfurt)", "mypurecloud.de"),
        region("eu-central-2", "EMEA (Zurich)", "euc2.pure.cloud"),
        region("eusc-de-east-1", "EMEA (EU Sovereign)", "edee1.eusc-pure.cloud"),
        region("me-central-1", "EMEA (UAE)", "mec1.pure.cloud"),
        region("ap-south-1", "Asia Pacific (Mumbai)", "aps1.pure.cloud"),
        region("ap-southeast-1", "Asia Pacific (Singapore)", "apse1.pure.cloud"),
        region("ap-southeast-2", "Asia Pacific (Sydney)", "mypurecloud.com.au"),
        region("ap-northeast-1", "Asia Pacific (Tokyo)", "mypurecloud.jp"),
        region("ap-northeast-2", "Asia Pacific (Seoul)", "apne2.pure.cloud"),
        region("ap-northeast-3", "Asia Pacific (Osaka)", "apne3.pure.cloud"));
  }

  private static Region region(String id, String name, String host) {
    return new Region(
        id, name, host, URI.create("https://login." + host), URI.create("https://api." + host));
  }
}
