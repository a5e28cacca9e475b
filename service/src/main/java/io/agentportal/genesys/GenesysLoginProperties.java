package io.agentportal.genesys;

import io.agentportal.platform.crypto.SecretText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The OAuth client with which people sign in: one for all organisations, of the kind "code
/// authorization". Not the tenants' machine clients.
///
/// @param clientId null or blank: signing in is not possible
@ConfigurationProperties("portal.genesys")
record GenesysLoginProperties(@Nullable String clientId, @Nullable String clientSecret) {

  boolean isComplete() {
    return clientId != null
        && !clientId.isBlank()
        && clientSecret != null
        && !clientSecret.isBlank();
  }

  String id() {
    return String.valueOf(clientId);
  }

  SecretText secret() {
    return SecretText.of(String.valueOf(clientSecret));
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "GenesysLoginProperties[clientId=" + clientId + "]";
  }
}
