package io.agentportal.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortalPropertyNamesTest {
  private final PortalPropertyNames names = new PortalPropertyNames();

  PortalPropertyNamesTest() {
    names.addAll("portal.sample", Sample.class);
  }

  record Sample(String publicUrl, Inner inner, Map<String, String> regions) {}

  record Inner(int port) {}

  @Test
  void knowsASettingInEverySpelling() {
    assertThat(names.contains("portal.sample.public-url")).isTrue();
    assertThat(names.contains("portal.sample.publicUrl")).isTrue();
    assertThat(names.contains("PORTAL_SAMPLE_PUBLIC_URL")).isTrue();
    assertThat(names.contains("PORTAL_SAMPLE_INNER_PORT")).isTrue();
  }

  @Test
  void takesAnyNameBelowAMap() {
    assertThat(names.contains("portal.sample.regions.eu-1.login-url")).isTrue();
  }

  @Test
  void suggestsWhatWasMeant() {
    assertThat(names.contains("portal.sample.pubic-url")).isFalse();
    assertThat(names.nearest("portal.sample.pubic-url")).contains("portal.sample.public-url");
    assertThat(names.nearest("portal.unrelated.thing")).isEmpty();
  }
}
