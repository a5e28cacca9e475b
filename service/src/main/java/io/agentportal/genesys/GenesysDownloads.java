package io.agentportal.genesys;

import io.agentportal.genesys.GenesysRegions.Region;
import io.agentportal.platform.client.FileOutcome;
import io.agentportal.platform.client.FileOutcome.Gone;
import io.agentportal.platform.client.FileOutcome.Later;
import io.agentportal.platform.client.PartnerFiles;
import io.agentportal.platform.client.PartnerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Files that agents sent, at the address that a webhook names.
///
/// Whether such an address wants a token is not documented, so one is sent along, but only within
/// the tenant's own region.
@Component
public class GenesysDownloads {
  private static final Duration TRANSFER = Duration.ofMinutes(2);

  private final PartnerFiles files;
  private final GenesysTokens tokens;
  private final GenesysRegions regions;

  GenesysDownloads(PartnerFiles files, GenesysTokens tokens, GenesysRegions regions) {
    this.files = files;
    this.tokens = tokens;
    this.regions = regions;
  }

  public FileOutcome download(GenesysAccess access, String url, Path file, long maxBytes) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException _) {
      return new Gone("address", "Genesys' address of the file is none.");
    }
    if (address.getHost() == null) {
      return new Gone("address", "Genesys' address of the file is none.");
    }
    PartnerRequest request = PartnerRequest.get(address).withTimeout(TRANSFER);
    if (!isOf(regions.find(access.region()), address)) {
      return files.fetch(request, file, maxBytes);
    }
    return switch (tokens.grant(access, null)) {
      case GenesysTokens.Grant.Granted(var token, _) ->
          files.fetch(request.withBearer(token), file, maxBytes);
      case GenesysTokens.Grant.Failed _ ->
          new Later("Genesys does not give a token at the moment.");
    };
  }

  private static boolean isOf(Region region, URI address) {
    String host = String.valueOf(address.getHost());
    return address.getAuthority().equals(region.apiUrl().getAuthority())
        || ("https".equals(address.getScheme()) && host.endsWith("." + region.host()));
  }
}
