package io.agentportal.webhooks;

import io.agentportal.platform.crypto.SecretText;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The Meta app that tenants share, if this deployment has one: what comes to `/webhook/meta`.
///
/// @param appSecret signs the calls; empty: no shared app, everything at that address is refused
/// @param previousAppSecret still accepted while Meta's reset of the secret settles; may be empty
/// @param verifyToken Meta shows it when the address is registered
@ConfigurationProperties("portal.meta")
record SharedMetaApp(
    @DefaultValue("") String appSecret,
    @DefaultValue("") String previousAppSecret,
    @DefaultValue("") String verifyToken) {

  List<SecretText> secrets() {
    return secretsOf(appSecret, previousAppSecret);
  }

  List<SecretText> verifyTokens() {
    return secretsOf(verifyToken);
  }

  private static List<SecretText> secretsOf(String... values) {
    return Stream.of(values).filter(value -> !value.isEmpty()).map(SecretText::of).toList();
  }

  @Override
  public String toString() {
    return "SharedMetaApp[configured=" + !appSecret.isEmpty() + "]";
  }
}
