package io.agentportal.settings.replacement;

import io.agentportal.credentials.CredentialKind;
import io.agentportal.platform.errors.PortalException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The credentials that partners give us and an admin can replace.
public enum CredentialType {
  GENESYS_CLIENT("genesys-client", CredentialKind.GENESYS_CLIENT_SECRET, "clientSecret", 20),
  WHATSAPP_TOKEN("whatsapp-token", CredentialKind.WHATSAPP_TOKEN, "systemUserToken", 100),
  WHATSAPP_APP_SECRET("whatsapp-app-secret", CredentialKind.WHATSAPP_APP_SECRET, "appSecret", 20);

  /// What the specification calls the first one.
  private static final String GENESYS_SECRET = "genesys-secret";

  private final String wireName;
  private final CredentialKind kind;
  private final String member;
  private final int minLength;

  CredentialType(String wireName, CredentialKind kind, String member, int minLength) {
    this.wireName = wireName;
    this.kind = kind;
    this.member = member;
    this.minLength = minLength;
  }

  /// @throws PortalException `VALIDATION_FAILED` for an unknown name
  static CredentialType of(@Nullable String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName.equals(wireName))
        .findFirst()
        .or(() -> GENESYS_SECRET.equals(wireName) ? Optional.of(GENESYS_CLIENT) : Optional.empty())
        .orElseThrow(() ->
            PortalException.invalid("type", wireName + " (expected one of: " + known() + ")"));
  }

  public String wireName() {
    return wireName;
  }

  public CredentialKind kind() {
    return kind;
  }

  /// The member of a request that carries the secret.
  String member() {
    return member;
  }

  /// Characters that the partner's secrets have at least.
  int minLength() {
    return minLength;
  }

  private static String known() {
    return Arrays.stream(values()).map(CredentialType::wireName).collect(Collectors.joining(", "));
  }
}
