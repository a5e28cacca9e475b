package io.agentportal.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.crypto.HmacSha256;
import io.agentportal.platform.crypto.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GenesysSignatureTest {
  private static final SecretText SECRET = SecretText.of("a-secret-token-of-the-integration");
  private static final byte[] BODY = "{\"type\":\"Text\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void acceptsBase64OverTheRawBytes() {
    String header = "sha256=" + Base64.getEncoder().encodeToString(HmacSha256.sign(SECRET, BODY));

    assertThat(GenesysSignature.matches(BODY, header, SECRET)).isTrue();
    assertThat(GenesysSignature.matches(BODY, header, SecretText.of("another"))).isFalse();
    assertThat(GenesysSignature.matches(new byte[0], header, SECRET)).isFalse();
  }

  @Test
  void refusesHexAndSaysSo() {
    String hex = "sha256=" + HexFormat.of().formatHex(HmacSha256.sign(SECRET, BODY));

    assertThat(GenesysSignature.matches(BODY, hex, SECRET)).isFalse();
    assertThat(GenesysSignature.diagnose(BODY, hex, SECRET)).contains("hex instead of base64");
  }

  @Test
  void refusesAMissingOrMalformedHeader() {
    assertThat(GenesysSignature.matches(BODY, null, SECRET)).isFalse();
    assertThat(GenesysSignature.matches(BODY, "sha256=", SECRET)).isFalse();
    assertThat(GenesysSignature.matches(BODY, "sha256=é", SECRET)).isFalse();
    assertThat(GenesysSignature.diagnose(BODY, "sha256=short", SECRET)).contains("base64");
  }
}
