package io.agentportal.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenesysIdentityTest {
  private static final String WANTED = "messaging:integration:edit";

  @ParameterizedTest
  @CsvSource({
    "messaging:integration:edit, true",
    "messaging:integration:*, true",
    "messaging:*:*, true",
    "messaging:*, true",
    "*, true",
    "*:*:edit, true",
    "messaging:*:edit, true",
    "messaging:integration:view, false",
    "*:*:view, false",
    "messaging, false",
    "messaging:integration, false",
    "messaging:integration:edit:all, false",
    "messaging:setting:*, false",
    "messagingX:*, false",
    "'', false"
  })
  void readsGenesysWildcards(String granted, boolean may) {
    assertThat(withPermission(granted).may(WANTED)).isEqualTo(may);
  }

  private static GenesysIdentity withPermission(String granted) {
    return new GenesysIdentity(
        "o", "Org", "u", "a@example.org", "Ann", null, List.of("other:thing:view", granted));
  }
}
