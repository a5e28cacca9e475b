package io.agentportal.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.platform.crypto.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhatsAppSignatureTest {
  private static final SecretText SECRET = SecretText.of("portal-test-app-secret");
  private static final String EMPTY_BATCH =
      "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";
  private static final String EMPTY_BATCH_SIGNATURE =
      "sha256=64617458886dd73fbffd23aa9e31d4978f6b38c5d4785dd0509a72ac26a85dde";

  private static String withText(String text) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{"
        + "\"value\":{\"messages\":[{\"text\":{\"body\":\""
        + text
        + "\"}}]},\"field\":\"messages\"}]}]}";
  }

  private static boolean matches(String body, String header) {
    return WhatsAppSignature.matches(body.getBytes(StandardCharsets.UTF_8), header, SECRET);
  }

  @Test
  void acceptsASignatureOverTheRawBytes() {
    String escaped = withText("caf\\u00e9 \\ud83d\\udc4d a\\u0040b.example \\/x");
    String plain = withText("café \uD83D\uDC4D a@b.example /x");

    assertThat(matches(EMPTY_BATCH, EMPTY_BATCH_SIGNATURE)).isTrue();
    assertThat(
            matches(
                escaped, "sha256=9e30864e6ff48ea24b520f538a6dc3035a124ac423e0204305058bd6aa272c64"))
        .isTrue();
    assertThat(
            matches(
                plain, "sha256=85c344f7f02845030d16f604ce157172bbdfb7567d452d16ea96e51e52df9351"))
        .isTrue();
  }

  @Test
  void acceptsASignatureOverTheEscapedFormOfAnUnescapedBody() {
    String plain = withText("café \uD83D\uDC4D a@b.example /x");

    assertThat(
            matches(
                plain, "sha256=61485ffe2669050e4f1d418aa5dfe647a8da2dc457bcd32ddb7e26f61da33ee9"))
        .isTrue();
  }

  @Test
  void acceptsUpperCaseHex() {
    String upper = "sha256=" + EMPTY_BATCH_SIGNATURE.substring(7).toUpperCase(Locale.ROOT);

    assertThat(matches(EMPTY_BATCH, upper)).isTrue();
  }

  @Test
  void refusesWhatIsNotSignedWithTheSecret() {
    byte[] body = EMPTY_BATCH.getBytes(StandardCharsets.UTF_8);

    assertThat(WhatsAppSignature.matches(body, null, SECRET)).isFalse();
    assertThat(WhatsAppSignature.matches(body, "", SECRET)).isFalse();
    assertThat(matches(EMPTY_BATCH, EMPTY_BATCH_SIGNATURE.substring(7))).isFalse();
    assertThat(matches(EMPTY_BATCH, EMPTY_BATCH_SIGNATURE + "0")).isFalse();
    assertThat(matches(EMPTY_BATCH + " ", EMPTY_BATCH_SIGNATURE)).isFalse();
    assertThat(WhatsAppSignature.matches(body, EMPTY_BATCH_SIGNATURE, SecretText.of("other")))
        .isFalse();
  }

  @Test
  void saysWhyItDoesNotMatch() {
    byte[] body = EMPTY_BATCH.getBytes(StandardCharsets.UTF_8);

    assertThat(WhatsAppSignature.diagnose(body, null, SECRET)).contains("no X-Hub-Signature-256");
    assertThat(WhatsAppSignature.diagnose(body, "sha1=00", SECRET)).contains("start with sha256=");
    assertThat(WhatsAppSignature.diagnose(body, "sha256=" + "A".repeat(43) + "=", SECRET))
        .contains("base64 instead of hex");
    assertThat(
            WhatsAppSignature.diagnose(body, EMPTY_BATCH_SIGNATURE, SecretText.of("other secret")))
        .contains("another app secret");
  }
}
