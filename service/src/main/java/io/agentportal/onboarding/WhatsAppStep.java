package io.agentportal.onboarding;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppAccounts;
import io.agentportal.whatsapp.WhatsAppAccounts.Phone;
import io.agentportal.whatsapp.WhatsAppAccounts.TokenFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Step 3: the tenant's number at WhatsApp and the token that may use it.
@Component
class WhatsAppStep {
  private static final String TOKEN = "systemUserToken";
  private static final Set<String> SCOPES =
      Set.of("whatsapp_business_messaging", "whatsapp_business_management");

  private final WhatsAppAccounts accounts;
  private final Connections connections;
  private final Vault vault;

  WhatsAppStep(WhatsAppAccounts accounts, Connections connections, Vault vault) {
    this.accounts = accounts;
    this.connections = connections;
    this.vault = vault;
  }

  /// What was entered and holds at Meta.
  ///
  /// @param newToken empty: the stored one stays
  /// @param newAppSecret empty: the stored one stays
  record Checked(
      WhatsAppConnection connection,
      TokenFacts facts,
      SecretText token,
      Optional<SecretText> newToken,
      Optional<SecretText> newAppSecret) {

    JsonNode section() {
      ObjectNode section =
          PartnerJson.object()
              .put("wabaId", connection.wabaId())
              .put("phoneNumberId", connection.phoneNumberId())
              .put("appId", connection.appId())
              .put("displayPhoneNumber", connection.displayPhoneNumber());
      return facts.expiresAt() == null
          ? section
          : section.put("tokenExpiresAt", facts.expiresAt().toString());
    }
  }

  /// Validates, then asks Meta about token, account and number. Outside of any transaction.
  ///
  /// @throws PortalException `VALIDATION_FAILED`, `PARTNER_REFUSED`, `SERVICE_UNAVAILABLE`
  Checked check(TenantId tenantId, JsonNode data) {
    var section = FormSection.complete(StepRules.WHATSAPP, data);
    SecretText token = token(tenantId, section);
    String wabaId = section.text("wabaId");
    TokenFacts facts = checkToken(accounts.tokenFacts(token), section.text("appId"));
    String phoneNumberId = section.text("phoneNumberId");
    Phone phone = number(section, accounts.phones(token, wabaId), phoneNumberId);
    section.check();
    return new Checked(
        new WhatsAppConnection(
            tenantId, wabaId, phoneNumberId, phone.displayNumber(), facts.appId()),
        facts,
        token,
        section.secret(TOKEN),
        section.secret("appSecret"));
  }

  /// The token that is entered; an empty one stands for the stored one, if that is for the same
  /// account.
  ///
  /// @throws PortalException `VALIDATION_FAILED`
  SecretText token(TenantId tenantId, FormSection section) {
    Optional<SecretText> token =
        section.secret(TOKEN).or(() -> stored(tenantId, section.text("wabaId")));
    if (token.isEmpty()) {
      section.problem(TOKEN);
    }
    section.check();
    return token.orElseThrow();
  }

  /// Keeps the connection, in the caller's transaction. The token's expiry is Meta's word, not the
  /// form's.
  ///
  /// @throws PortalException `CONFLICT` if the number belongs to another tenant
  void store(TenantId tenantId, Checked checked) {
    connections.saveWhatsApp(checked.connection());
    if (checked.newToken().isPresent()) {
      vault.store(
          tenantId,
          CredentialKind.WHATSAPP_TOKEN,
          checked.token(),
          checked.facts().expiresAt(),
          checked.facts().expiresAt() == null);
    }
    checked
        .newAppSecret()
        .filter(secret ->
            !vault.find(tenantId, CredentialKind.WHATSAPP_APP_SECRET).equals(Optional.of(secret)))
        .ifPresent(secret ->
            vault.store(tenantId, CredentialKind.WHATSAPP_APP_SECRET, secret, null, true));
  }

  /// The stored token, if it is for this account.
  private Optional<SecretText> stored(TenantId tenantId, String wabaId) {
    return connections
        .whatsApp(tenantId)
        .filter(known -> known.wabaId().equals(wabaId))
        .flatMap(_ -> vault.find(tenantId, CredentialKind.WHATSAPP_TOKEN));
  }

  private static TokenFacts checkToken(TokenFacts facts, String appId) {
    if (!facts.isValid()) {
      throw refused("token-invalid", "The access token has expired or was revoked.");
    }
    if (!facts.scopes().containsAll(SCOPES)) {
      throw refused(
          "scope-missing",
          "The access token lacks a permission; it needs whatsapp_business_messaging and"
              + " whatsapp_business_management.");
    }
    if (!appId.isEmpty() && !appId.equals(facts.appId())) {
      throw refused("other-app", "The access token belongs to the Meta app " + facts.appId() + ".");
    }
    return facts;
  }

  private static Phone number(FormSection section, List<Phone> phones, String phoneNumberId) {
    for (Phone phone : phones) {
      if (phone.id().equals(phoneNumberId)) {
        return phone;
      }
    }
    String known =
        phones.stream()
            .limit(10)
            .map(phone -> phone.id() + " (" + phone.displayNumber() + ")")
            .collect(Collectors.joining(", "));
    section.problem(
        "phoneNumberId",
        known.isEmpty()
            ? "This WhatsApp account has no numbers"
            : "This number is not in the WhatsApp account. Its numbers: " + known);
    return new Phone(phoneNumberId, "", "", "", "");
  }

  private static PortalException refused(String code, String message) {
    return new PortalException(
        ErrorCode.PARTNER_REFUSED, message, Map.of("partner", "whatsapp", "partnerCode", code));
  }
}
