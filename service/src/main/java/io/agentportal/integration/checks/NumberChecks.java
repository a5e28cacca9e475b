package io.agentportal.integration.checks;

import io.agentportal.integration.checks.Subject.MetaSide;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.whatsapp.MetaDiagnosis;
import io.agentportal.whatsapp.MetaDiagnosis.AppSubscription;
import io.agentportal.whatsapp.MetaDiagnosis.Entity;
import io.agentportal.whatsapp.MetaDiagnosis.NumberFacts;
import io.agentportal.whatsapp.WhatsAppAccounts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The checks of one WhatsApp number: its state, and where its webhooks go.
final class NumberChecks {
  private static final String NUMBER = "whatsapp.number";
  private static final String WHATSAPP = "WhatsApp";
  private static final String DEPLOY = "Deploy the webhooks (step 5); that puts it right.";
  private static final Set<String> GOOD_NAMES = Set.of("", "APPROVED", "AVAILABLE_WITHOUT_REVIEW");

  private final Subject subject;
  private final MetaSide side;
  private final MetaDiagnosis meta;
  private final WhatsAppAccounts accounts;
  private volatile @Nullable NumberFacts found;

  NumberChecks(Subject subject, MetaDiagnosis meta, WhatsAppAccounts accounts) {
    this.subject = subject;
    this.side = subject.meta();
    this.meta = meta;
    this.accounts = accounts;
  }

  List<NamedCheck> all() {
    return List.of(
        NamedCheck.of(NUMBER, this::number, MetaChecks.TOKEN),
        NamedCheck.of("whatsapp.health", this::health, NUMBER),
        NamedCheck.of("whatsapp.subscription", this::subscription, MetaChecks.ACCOUNT),
        NamedCheck.of("whatsapp.app-callback", this::appCallback, MetaChecks.TOKEN),
        NamedCheck.of("whatsapp.effective-url", this::effectiveUrl, NUMBER));
  }

  private NumberFacts found() {
    return Objects.requireNonNull(found);
  }

  private Verdict number() {
    return switch (meta.number(side.token(), side.connection().phoneNumberId())) {
      case PartnerAnswer.Found<NumberFacts>(var number) -> {
        found = number;
        yield judged(number)
            .with("Number", number.displayNumber())
            .with("Name", number.verifiedName())
            .with("Quality", number.quality())
            .with("Throughput", number.throughput());
      }
      case PartnerAnswer.Refused<NumberFacts>(_, _, var reason) ->
          Verdict.error(
                  "number-hidden",
                  "The token may not see the number, or there is none of that ID.",
                  "Check the phone number ID in step 3, and the system user's access to the"
                      + " account.")
              .with("Meta says", reason);
      case PartnerAnswer.Unavailable<NumberFacts> answer -> Verdict.unavailable(WHATSAPP, answer);
    };
  }

  private static Verdict judged(NumberFacts number) {
    if (!number.status().isEmpty() && !number.status().equals("CONNECTED")) {
      return Verdict.error(
              "not-connected",
              "The number is not connected.",
              "Register the number for the Cloud API in the WhatsApp Manager (with its six-digit"
                  + " PIN), then run the test again.")
          .with("Status", number.status());
    }
    if (!number.platformType().isEmpty() && !number.platformType().equals("CLOUD_API")) {
      return Verdict.error(
              "other-platform",
              "The number is not on the Cloud API.",
              "Move the number to the Cloud API; this portal speaks to no other.")
          .with("Platform", number.platformType());
    }
    if (!GOOD_NAMES.contains(number.nameStatus())) {
      return Verdict.warning(
              "name-pending",
              "Meta has not approved the number's display name.",
              "Wait for the review of the name; until then messages may be refused.")
          .with("Name review", number.nameStatus());
    }
    if (number.accountMode().equals("SANDBOX")) {
      return Verdict.warning(
          "test-number",
          "This is a test number: it reaches only the people on its list.",
          "Use a number of your own before you go live.");
    }
    return number.isComplete()
        ? Verdict.success("The number is connected.")
        : Verdict.warning(
            "not-all-shown",
            "Meta does not show everything about the number.",
            "Look at the number in the WhatsApp Manager.");
  }

  private Verdict health() {
    MetaDiagnosis.Health health = found().health();
    Verdict verdict =
        switch (health.canSend()) {
          case "BLOCKED" ->
              Verdict.error(
                  "blocked",
                  "Meta lets this number send nothing.",
                  "See what Meta says below, and settle it in the WhatsApp Manager.");
          case "LIMITED" ->
              Verdict.warning(
                  "limited", "Meta limits what this number may send.", "See what Meta says below.");
          case "" ->
              Verdict.warning(
                  "not-shown",
                  "Meta does not say whether the number may send.",
                  "Look at the number in the WhatsApp Manager.");
          default -> Verdict.success("The number may send.");
        };
    for (Entity entity : health.entities()) {
      String problems = String.join(" ", entity.problems());
      verdict = verdict.with(entity.type(), (entity.canSend() + " " + problems).strip());
    }
    return verdict;
  }

  private Verdict subscription() {
    if (!side.isDeployed()) {
      return notDeployed();
    }
    String appId = String.valueOf(side.connection().appId());
    try {
      List<WhatsAppAccounts.Subscription> all =
          accounts.subscriptions(side.token(), side.connection().wabaId());
      boolean isOurs = all.stream().anyMatch(each -> each.appId().equals(appId));
      return isOurs
          ? Verdict.success("Your Meta app gets the account's webhooks.").with("App", appId)
          : Verdict.error(
                  "not-subscribed",
                  "Your Meta app is not subscribed to the account: no message arrives.",
                  DEPLOY)
              .with("App", appId)
              .with("Subscribed apps", Integer.toString(all.size()));
    } catch (PortalException failure) {
      return failure.code() == ErrorCode.PARTNER_REFUSED
          ? Verdict.error(
                  "refused",
                  "Meta does not show which apps get the account's webhooks.",
                  "Give the system user full control of the account.")
              .with("Meta says", String.valueOf(failure.getMessage()))
          : Verdict.unavailable(WHATSAPP, "no answer about subscriptions");
    }
  }

  private Verdict appCallback() {
    Optional<SecretText> appSecret = side.appSecret();
    String appId = String.valueOf(side.connection().appId());
    if (appSecret.isEmpty()) {
      return Verdict.error(
          "no-app-secret",
          "The app secret is missing, so nobody can tell real messages from forged ones.",
          "Copy it from the Meta app (Settings > Basic) into step 3.");
    }
    return switch (meta.appSubscriptions(appId, appSecret.get())) {
      case PartnerAnswer.Found<List<AppSubscription>>(var all) -> judged(all);
      case PartnerAnswer.Refused<List<AppSubscription>>(_, _, var reason) ->
          Verdict.error(
                  "wrong-app-secret",
                  "Meta does not accept the app secret.",
                  "Copy it again from the Meta app (Settings > Basic) into step 3; it belongs to"
                      + " the app that made the token.")
              .with("Meta says", reason)
              .with("App", appId);
      case PartnerAnswer.Unavailable<List<AppSubscription>> answer ->
          Verdict.unavailable(WHATSAPP, answer);
    };
  }

  private Verdict judged(List<AppSubscription> all) {
    if (all.isEmpty()) {
      return side.isDeployed()
          ? Verdict.warning(
              "no-app-subscription",
              "Meta accepts the app secret. The app itself has no webhook, so news about templates"
                  + " and the account do not arrive; messages do.",
              DEPLOY)
          : Verdict.success("Meta accepts the app secret; the app has no webhook of its own yet.");
    }
    AppSubscription subscription = all.getFirst();
    if (!subscription.callback().equals(subject.urls().meta())) {
      return Verdict.success(
              "Meta accepts the app secret. The app's own webhook is somebody else's and stays as"
                  + " it is; messages of this account come here.")
          .with("The app's own webhook", Shown.address(subscription.callback()));
    }
    return subscription.active() && subscription.fields().contains("messages")
        ? Verdict.success("Meta accepts the app secret, and the app's webhook is this portal.")
            .with("Fields", String.join(", ", subscription.fields()))
        : Verdict.error(
                "no-messages",
                "The app's webhook does not carry messages.",
                "Subscribe the field \"messages\" in the Meta app (WhatsApp > Configuration).")
            .with("Fields", String.join(", ", subscription.fields()));
  }

  private Verdict effectiveUrl() {
    if (!side.isDeployed()) {
      return notDeployed();
    }
    String callback = found().callback();
    if (callback == null) {
      return Verdict.error("no-callback", "The number's messages go nowhere.", DEPLOY);
    }
    return callback.equals(subject.urls().meta())
        ? Verdict.success("The number's messages come to this portal.").with("Address", callback)
        : Verdict.error(
                "other-url",
                "The number's messages go to another address.",
                found().callbackLevel().equals("phone_number")
                    ? "An override on the number itself goes before this portal's. Remove it where"
                        + " it was set."
                    : DEPLOY)
            .with("They go to", Shown.address(callback))
            .with("Set on", found().callbackLevel());
  }

  private static Verdict notDeployed() {
    return Verdict.skipped("not-deployed", "Meta has not been told this portal's address yet.");
  }
}
