package io.agentportal.integration;

import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.whatsapp.WhatsAppAccounts;
import io.agentportal.whatsapp.WhatsAppAccounts.Subscription;
import java.util.List;
import org.springframework.stereotype.Component;

/// Subscribes the tenant's Meta app to its WhatsApp account and sends the webhooks to us.
@Component
class MetaDeployment {
  private static final String STEP = "whatsapp-subscription";

  private final WhatsAppAccounts accounts;
  private final Vault vault;
  private final PartnerSecrets secrets;

  MetaDeployment(WhatsAppAccounts accounts, Vault vault, PartnerSecrets secrets) {
    this.accounts = accounts;
    this.vault = vault;
    this.secrets = secrets;
  }

  DeploymentStep deploy(WhatsAppConnection connection, String webhookUrl) {
    SecretText token = vault.current(connection.tenantId(), CredentialKind.WHATSAPP_TOKEN);
    SecretText verifyToken =
        secrets.findOrMake(connection.tenantId(), CredentialKind.META_VERIFY_TOKEN);
    try {
      accounts.subscribe(token, connection.wabaId(), webhookUrl, verifyToken);
      return check(connection, webhookUrl, accounts.subscriptions(token, connection.wabaId()));
    } catch (PortalException failure) {
      return DeploymentStep.error(STEP, String.valueOf(failure.getMessage()), advice(failure));
    }
  }

  private static DeploymentStep check(
      WhatsAppConnection connection, String webhookUrl, List<Subscription> subscriptions) {
    if (subscriptions.stream().anyMatch(each -> webhookUrl.equals(each.callback()))) {
      return DeploymentStep.success(
          STEP, "WhatsApp delivers to this portal; the address is verified.");
    }
    boolean subscribed =
        subscriptions.stream().anyMatch(each -> each.appId().equals(connection.appId()));
    return DeploymentStep.warning(
        STEP,
        subscribed
            ? "The app is subscribed, but Meta does not show our address as the account's."
            : "Meta took the subscription but does not list the app.",
        "Set the callback address and the verify token by hand in the Meta app's WhatsApp >"
            + " Configuration.");
  }

  private static String advice(PortalException failure) {
    if (failure.code() != ErrorCode.PARTNER_REFUSED) {
      return "Try again in a moment.";
    }
    return "2200".equals(failure.details().get("partnerCode"))
        ? "Meta must reach this portal from the internet by https on port 443; check firewall and"
            + " certificate, then deploy again."
        : "Check that the system user has the app and full control of the WhatsApp account.";
  }
}
