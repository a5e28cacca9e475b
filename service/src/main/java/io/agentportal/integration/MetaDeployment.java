package io.agentportal.integration;

import static io.agentportal.integration.DeployStep.Instruction.copy;
import static io.agentportal.integration.DeployStep.Instruction.read;

import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.integration.DeployStep.Instruction;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.whatsapp.MetaDiagnosis;
import io.agentportal.whatsapp.MetaDiagnosis.AppSubscription;
import io.agentportal.whatsapp.WhatsAppAccounts;
import io.agentportal.whatsapp.WhatsAppAccounts.Subscription;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Subscribes the tenant's Meta app to its WhatsApp account and sends the webhooks to us.
@Component
class MetaDeployment {
  static final String SUBSCRIPTION = "meta-subscription";
  static final String CALLBACK = "meta-callback";
  private static final String NOT_VERIFIED = "2200";

  private final WhatsAppAccounts accounts;
  private final MetaDiagnosis meta;
  private final Vault vault;
  private final PartnerSecrets secrets;

  MetaDeployment(
      WhatsAppAccounts accounts, MetaDiagnosis meta, Vault vault, PartnerSecrets secrets) {
    this.accounts = accounts;
    this.meta = meta;
    this.vault = vault;
    this.secrets = secrets;
  }

  void deploy(WhatsAppConnection connection, String url, DeployReport report) {
    SecretText token = vault.current(connection.tenantId(), CredentialKind.WHATSAPP_TOKEN);
    SecretText verifyToken =
        secrets.findOrMake(connection.tenantId(), CredentialKind.META_VERIFY_TOKEN);
    String step = SUBSCRIPTION;
    try {
      report.running(step, "Subscribing the app; Meta calls this portal to verify its address.");
      boolean isNew = ofApp(connection, token).isEmpty();
      accounts.subscribe(token, connection.wabaId(), url, verifyToken);
      report.done(step, "The app gets the account's webhooks.", url, isNew || report.wasMade(step));
      step = CALLBACK;
      report.running(step, "Looking where Meta sends the webhooks now.");
      Optional<Subscription> ours = ofApp(connection, token);
      if (ours.isEmpty() || !url.equals(ours.get().callback())) {
        report.manual(
            step,
            "Meta took the subscription, but does not show this portal's address as the account's.",
            url,
            byHand(url, verifyToken));
        return;
      }
      report.done(step, verified(subscribeApp(connection, url, verifyToken)), url, false);
    } catch (PortalException failure) {
      if (isForbidden(failure)) {
        report.manual(
            step,
            "The system user may not do it: " + failure.getMessage(),
            url,
            byHand(url, verifyToken));
        return;
      }
      report.failed(step, failure, url, advice(failure));
    }
  }

  private static String verified(boolean isWholeApp) {
    return isWholeApp
        ? "Meta has verified the address and sends messages and account events here."
        : "Meta has verified the address and sends messages here; account events stay with the"
            + " app's own webhook.";
  }

  /// What a person has to enter at Meta where we may not.
  List<Instruction> byHand(String url, SecretText verifyToken) {
    return List.of(
        read("Where", "Meta for Developers: your app > WhatsApp > Configuration > Webhook"),
        copy("Callback URL", url),
        copy("Verify token", verifyToken.reveal()),
        copy("Field to subscribe", "messages"),
        read("Then", "This page shows when Meta has called for the first time."),
        read(
            "Or",
            "Give the system user the app and full control of the WhatsApp account in the Meta"
                + " business settings, and deploy again."));
  }

  /// Ends what we began: the subscription, or only our address if the app was subscribed before.
  void undo(WhatsAppConnection connection, boolean madeByUs, DeployReport report) {
    SecretText token = vault.current(connection.tenantId(), CredentialKind.WHATSAPP_TOKEN);
    report.running(SUBSCRIPTION, "Ending the subscription.");
    try {
      if (madeByUs) {
        accounts.unsubscribe(token, connection.wabaId());
      } else {
        accounts.clearCallback(token, connection.wabaId());
      }
      report.undone(CALLBACK, "Meta does not call this portal for the account any more.");
      report.undone(
          SUBSCRIPTION,
          madeByUs
              ? "The app's subscription was ended."
              : "The app was subscribed before and stays so, without this portal's address.");
    } catch (PortalException failure) {
      report.failed(SUBSCRIPTION, failure, "", "Remove the webhook in the Meta app by hand.");
    }
  }

  /// The app's own webhook, for events that no account's address moves. One that is somebody else's
  /// is left alone.
  private boolean subscribeApp(WhatsAppConnection connection, String url, SecretText verifyToken) {
    Optional<SecretText> appSecret =
        vault.find(connection.tenantId(), CredentialKind.WHATSAPP_APP_SECRET);
    String appId = connection.appId();
    if (appId == null || appId.isEmpty() || appSecret.isEmpty()) {
      return false;
    }
    if (!(meta.appSubscriptions(appId, appSecret.get())
        instanceof PartnerAnswer.Found<List<AppSubscription>>(var all))) {
      return false;
    }
    if (!all.isEmpty() && !all.getFirst().callback().equals(url)) {
      return false;
    }
    try {
      accounts.subscribeApp(appId, appSecret.get(), url, verifyToken);
      return true;
    } catch (PortalException _) {
      return false; // messages come all the same; the connectivity test tells the rest
    }
  }

  private Optional<Subscription> ofApp(WhatsAppConnection connection, SecretText token) {
    return accounts.subscriptions(token, connection.wabaId()).stream()
        .filter(each -> each.appId().equals(connection.appId()))
        .findFirst();
  }

  private static boolean isForbidden(PortalException failure) {
    String code = String.valueOf(failure.details().get("partnerCode"));
    return failure.code() == ErrorCode.PARTNER_REFUSED && code.matches("3|10|2\\d\\d");
  }

  private static String advice(PortalException failure) {
    return NOT_VERIFIED.equals(failure.details().get("partnerCode"))
        ? "Meta must reach this portal from the internet by https on port 443; run the connectivity"
            + " test, then deploy again."
        : "Check token and account in step 3, then deploy again.";
  }
}
