package io.agentportal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.platform.db.StartException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOriginsTest {

  @Test
  void takesOnlyItsOwnOriginsInProduction() {
    var origins = origins("https://portal.example", "https://Admin.Example:443");

    assertThat(origins.contains("https://portal.example")).isTrue();
    assertThat(origins.contains("https://admin.example")).isTrue();
    assertThat(origins.contains("http://portal.example")).isFalse();
    assertThat(origins.contains("http://localhost:5173")).isFalse();
    assertThat(origins.isPlainLocalhost()).isFalse();
  }

  @Test
  void letsDevelopersUseBothNamesOfTheirMachineAndVite() {
    var origins = origins("http://localhost:3000");

    assertThat(origins.isCallback("http://localhost:3000/callback")).isTrue();
    assertThat(origins.isCallback("http://127.0.0.1:3000/callback")).isTrue();
    assertThat(origins.isCallback("http://localhost:5173/callback")).isTrue();
    assertThat(origins.isCallback("http://localhost:4000/callback")).isFalse();
    assertThat(origins.isPlainLocalhost()).isTrue();
  }

  @Test
  void insistsOnSecureCookiesOnALocalhostWithTls() {
    assertThat(origins("https://localhost:3000").isPlainLocalhost()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portal.example/",
        "https://portal.example/base",
        "https://portal.example?x",
        "https://admin@portal.example",
        "portal.example",
        "ftp://portal.example"
      })
  void refusesAPublicUrlThatIsMoreOrLessThanAnOrigin(String publicUrl) {
    assertThatThrownBy(() -> origins(publicUrl))
        .isInstanceOfSatisfying(
            StartException.class,
            refusal -> {
              assertThat(refusal).hasMessageContaining("PORTAL_PUBLIC_URL");
              assertThat(refusal.action()).contains("without a slash");
            });
  }

  private static PublicOrigins origins(String publicUrl, String... extra) {
    List<URI> extras = List.of(extra).stream().map(URI::create).toList();
    return new PublicOrigins(
        URI.create(publicUrl), new LoginProperties(extras, Duration.ofMinutes(10), 60));
  }
}
