package io.agentportal.settings.replacement;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.NewSecret;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.identity.Tenants;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppAccounts;
import io.agentportal.whatsapp.WhatsAppAccounts.TokenFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks the partner whether a credential works for this tenant, before it is used.
///
/// Every method throws `CREDENTIAL_REFUSED` with the partner's reason, `GENESYS_UNAVAILABLE` or
/// `SERVICE_UNAVAILABLE`, and `ONBOARDING_INCOMPLETE` for a tenant that is not connected.
@Component
class PartnerTests {
  private static final Set<String> SCOPES =
      Set.of("whatsapp_business_messaging", "whatsapp_business_management");

  private final Connections connections;
  private final Tenants tenants;
  private final GenesysIntegrations genesys;
  private final WhatsAppAccounts whatsApp;

  PartnerTests(
      Connections connections,
      Tenants tenants,
      GenesysIntegrations genesys,
      WhatsAppAccounts whatsApp) {
    this.connections = connections;
    this.tenants = tenants;
    this.genesys = genesys;
    this.whatsApp = whatsApp;
  }

  /// @param account the client's id for a Genesys client, where it is a new one; null: as before
  NewSecret test(
      TenantId tenantId, CredentialType type, SecretText secret, @Nullable String account) {
    return refusing(() ->
        switch (type) {
          case GENESYS_CLIENT -> genesysClient(tenantId, secret, account);
          case WHATSAPP_TOKEN -> whatsAppToken(tenantId, secret);
          case WHATSAPP_APP_SECRET -> whatsAppAppSecret(tenantId, secret);
        });
  }

  private NewSecret genesysClient(TenantId tenantId, SecretText secret, @Nullable String account) {
    GenesysConnection connection =
        connections.genesys(tenantId).orElseThrow(() -> incomplete("genesys"));
    String clientId = account == null ? connection.clientId() : account;
    var access = new GenesysAccess(connection.region(), clientId, secret);
    String organization = genesys.organizationOf(access);
    if (!organization.equalsIgnoreCase(tenants.find(tenantId).genesysOrgId())) {
      throw refused(
          "genesys",
          "other-organization",
          "This machine client belongs to another Genesys organisation than yours.");
    }
    if (!connection.integrationId().isEmpty()
        && genesys.find(access, connection.integrationId()).isEmpty()) {
      throw refused(
          "genesys",
          "integration-hidden",
          "This machine client cannot see your integration. Give its role"
              + " messaging:integration:view, :add and :edit.");
    }
    return new NewSecret(secret, null, true, clientId, List.of());
  }

  private NewSecret whatsAppToken(TenantId tenantId, SecretText token) {
    WhatsAppConnection connection =
        connections.whatsApp(tenantId).orElseThrow(() -> incomplete("whatsapp"));
    TokenFacts facts = whatsApp.tokenFacts(token);
    if (!facts.isValid()) {
      throw refused("whatsapp", "token-invalid", "The access token has expired or was revoked.");
    }
    Set<String> missing = new TreeSet<>(SCOPES);
    missing.removeAll(facts.scopes());
    if (!missing.isEmpty()) {
      throw refused(
          "whatsapp",
          "scope-missing",
          "The access token lacks permissions: " + String.join(", ", missing) + ".");
    }
    if (connection.appId() != null && !connection.appId().equals(facts.appId())) {
      throw refused(
          "whatsapp",
          "other-app",
          "The access token belongs to another Meta app: " + facts.appId() + ".");
    }
    if (whatsApp.phones(token, connection.wabaId()).stream()
        .noneMatch(phone -> phone.id().equals(connection.phoneNumberId()))) {
      throw refused(
          "whatsapp",
          "number-hidden",
          "The access token cannot see your number " + connection.displayPhoneNumber() + ".");
    }
    return new NewSecret(
        token, facts.expiresAt(), facts.expiresAt() == null, facts.appId(), warnings(facts));
  }

  /// App id and secret together are a token of the app, which Meta judges.
  private NewSecret whatsAppAppSecret(TenantId tenantId, SecretText secret) {
    WhatsAppConnection connection =
        connections.whatsApp(tenantId).orElseThrow(() -> incomplete("whatsapp"));
    String appId = connection.appId();
    if (appId == null) {
      throw refused(
          "whatsapp",
          "app-unknown",
          "The id of your Meta app is not known; enter it in the set-up.");
    }
    TokenFacts facts = whatsApp.tokenFacts(SecretText.of(appId + "|" + secret.reveal()));
    if (!facts.isValid()) {
      throw refused(
          "whatsapp",
          "app-secret-invalid",
          "This is not the secret of the Meta app " + appId + ".");
    }
    return new NewSecret(secret, null, true, appId, List.of());
  }

  private static List<String> warnings(TokenFacts facts) {
    List<String> warnings = new ArrayList<>();
    if ("USER".equals(facts.type())) {
      warnings.add(
          "This is a personal token, which ends within a day. Use a token of a system user.");
    }
    return warnings;
  }

  private static NewSecret refusing(Supplier<NewSecret> test) {
    try {
      return test.get();
    } catch (PortalException failure) {
      if (failure.code() == ErrorCode.PARTNER_REFUSED) {
        throw new PortalException(
            ErrorCode.CREDENTIAL_REFUSED, String.valueOf(failure.getMessage()), failure.details());
      }
      throw failure;
    }
  }

  private static PortalException refused(String partner, String code, String reason) {
    return new PortalException(
        ErrorCode.CREDENTIAL_REFUSED, reason, Map.of("partner", partner, "partnerCode", code));
  }

  private static PortalException incomplete(String missing) {
    return new PortalException(
        ErrorCode.ONBOARDING_INCOMPLETE,
        "Finish the set-up first.",
        Map.of("missing", List.of(missing)));
  }
}
