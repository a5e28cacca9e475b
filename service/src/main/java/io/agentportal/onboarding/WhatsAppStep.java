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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Step 3: the tenant's number at WhatsApp and the token that may use it.
@Component
class WhatsAppStep {
  private static final Pattern META_ID = Pattern.compile("\\d{10,32}");
  private static final Pattern NO_OR_META_ID = Pattern.compile("(\\d{5,32})?");
  private static final int MIN_TOKEN = 100;
  private static final int MIN_APP_SECRET = 20;
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
    var section = new FormSection("whatsapp", data);
    String wabaId = section.text("wabaId", META_ID.asMatchPredicate(), "WABA ID must be numeric");
    String phoneNumberId =
        section.text(
            "phoneNumberId", META_ID.asMatchPredicate(), "Phone Number ID must be numeric");
    String appId =
        section.text("appId", NO_OR_META_ID.asMatchPredicate(), "App ID must be numeric");
    var entered = section.secret("systemUserToken", MIN_TOKEN, "Invalid token format");
    var appSecret = section.secret("appSecret", MIN_APP_SECRET, "Invalid app secret format");
    Optional<SecretText> token = entered.or(() -> stored(tenantId, wabaId));
    if (token.isEmpty()) {
      section.problem("systemUserToken", "Invalid token format");
    }
    section.check();
    TokenFacts facts = checkToken(accounts.tokenFacts(token.orElseThrow()), appId);
    Phone phone = number(section, accounts.phones(token.get(), wabaId), phoneNumberId);
    section.check();
    return new Checked(
        new WhatsAppConnection(
            tenantId, wabaId, phoneNumberId, phone.displayNumber(), facts.appId()),
        facts,
        token.get(),
        entered,
        appSecret);
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
    return new Phone(phoneNumberId, "", "", "");
  }

  private static PortalException refused(String code, String message) {
    return new PortalException(
        ErrorCode.PARTNER_REFUSED, message, Map.of("partner", "whatsapp", "partnerCode", code));
  }
}
