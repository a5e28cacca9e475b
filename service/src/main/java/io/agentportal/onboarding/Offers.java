package io.agentportal.onboarding;

import io.agentportal.credentials.Connections;
import io.agentportal.genesys.GenesysAccess;
import io.agentportal.genesys.GenesysIntegrations;
import io.agentportal.genesys.OpenIntegration;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppAccounts;
import io.agentportal.whatsapp.WhatsAppAccounts.Phone;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What a tenant can choose from at its partners, so that nobody has to copy ids. Nothing is
/// stored.
@Component
class Offers {
  private static final StepRules GENESYS =
      StepRules.GENESYS.only("clientId", "clientSecret", "region");
  private static final StepRules WHATSAPP = StepRules.WHATSAPP.only("wabaId", "systemUserToken");

  private final GenesysStep genesysStep;
  private final WhatsAppStep whatsAppStep;
  private final GenesysIntegrations genesys;
  private final WhatsAppAccounts whatsApp;
  private final Connections connections;

  Offers(
      GenesysStep genesysStep,
      WhatsAppStep whatsAppStep,
      GenesysIntegrations genesys,
      WhatsAppAccounts whatsApp,
      Connections connections) {
    this.genesysStep = genesysStep;
    this.whatsAppStep = whatsAppStep;
    this.genesys = genesys;
    this.whatsApp = whatsApp;
    this.connections = connections;
  }

  /// The Open Messaging integrations of the organisation.
  ///
  /// @param entered `clientId`, `clientSecret` and `region` as they are being typed
  /// @throws PortalException `VALIDATION_FAILED`, `PARTNER_REFUSED`, `GENESYS_UNAVAILABLE`
  List<OpenIntegration> integrations(TenantId tenantId, JsonNode entered) {
    FormSection section = FormSection.complete(GENESYS, entered);
    GenesysAccess access = genesysStep.access(tenantId, section);
    genesysStep.checkOrganization(tenantId, access);
    return genesys.list(access);
  }

  /// The same with what is stored.
  ///
  /// @throws PortalException also `ONBOARDING_INCOMPLETE`
  List<OpenIntegration> integrations(TenantId tenantId) {
    var stored = connections.genesys(tenantId).orElseThrow(() -> missing("genesys"));
    return integrations(
        tenantId,
        PartnerJson.object().put("clientId", stored.clientId()).put("region", stored.region()));
  }

  /// The numbers of the WhatsApp business account.
  ///
  /// @param entered `wabaId` and `systemUserToken` as they are being typed
  /// @throws PortalException `VALIDATION_FAILED`, `PARTNER_REFUSED`, `SERVICE_UNAVAILABLE`
  List<Phone> numbers(TenantId tenantId, JsonNode entered) {
    FormSection section = FormSection.complete(WHATSAPP, entered);
    SecretText token = whatsAppStep.token(tenantId, section);
    return whatsApp.phones(token, section.text("wabaId"));
  }

  /// The same with what is stored.
  ///
  /// @throws PortalException also `ONBOARDING_INCOMPLETE`
  List<Phone> numbers(TenantId tenantId) {
    var stored = connections.whatsApp(tenantId).orElseThrow(() -> missing("whatsapp"));
    return numbers(tenantId, PartnerJson.object().put("wabaId", stored.wabaId()));
  }

  private static PortalException missing(String what) {
    return new PortalException(
        ErrorCode.ONBOARDING_INCOMPLETE,
        "Save the credentials first.",
        Map.of("missing", List.of(what)));
  }
}
