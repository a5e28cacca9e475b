package io.agentportal.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenesysRegionsTest {
  private static final URI SANDBOX = URI.create("http://localhost:3100");

  @Test
  void fetchesFilesFromTheDownloadHostOfEachRegion() {
    var regions = regions(Map.of());

    assertThat(regions.origins())
        .contains(
            URI.create("https://api-downloads.mypurecloud.com"),
            URI.create("https://api-downloads.euw2.pure.cloud"));
  }

  @Test
  void takesWhatIsShownToPeopleForNoAddress() {
    var shown =
        new GenesysProperties.Address(SANDBOX, SANDBOX, "Sandbox", "localhost (the sandbox)");

    var regions = regions(Map.of("us-east-1", shown));

    assertThat(regions.find("us-east-1").host()).isEqualTo("localhost (the sandbox)");
    assertThat(regions.origins())
        .contains(SANDBOX)
        .doesNotContain(URI.create("https://api-downloads.mypurecloud.com"));
  }

  private static GenesysRegions regions(Map<String, GenesysProperties.Address> addresses) {
    return new GenesysRegions(new GenesysProperties("us-east-1", addresses, Duration.ofSeconds(1)));
  }
}
