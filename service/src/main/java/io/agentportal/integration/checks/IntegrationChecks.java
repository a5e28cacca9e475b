package io.agentportal.integration.checks;

import io.agentportal.genesys.GenesysDiagnosis;
import io.agentportal.genesys.GenesysDiagnosis.Content;
import io.agentportal.genesys.GenesysDiagnosis.Integration;
import io.agentportal.genesys.GenesysDiagnosis.Recipient;
import io.agentportal.genesys.GenesysDiagnosis.Session;
import io.agentportal.genesys.GenesysDiagnosis.Typing;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.crypto.SecretText;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The checks of the Open Messaging integration: that it is there, ready, ours, and leads
/// somewhere.
final class IntegrationChecks {
  static final String INTEGRATION = "genesys.integration";
  private static final String GENESYS = "Genesys";
  private static final String DEPLOY =
      "Deploy the webhooks (step 5); that puts the integration right.";
  private static final List<String> WANTED =
      List.of("image/jpeg", "image/png", "video/mp4", "audio/ogg", "application/pdf");
  private static final int FORBIDDEN = 403;

  private final Subject subject;
  private final GenesysDiagnosis genesys;
  private final Supplier<Session> session;
  private volatile @Nullable Integration found;

  IntegrationChecks(Subject subject, GenesysDiagnosis genesys, Supplier<Session> session) {
    this.subject = subject;
    this.genesys = genesys;
    this.session = session;
  }

  List<NamedCheck> all() {
    return List.of(
        NamedCheck.of(INTEGRATION, this::integration, GenesysChecks.TOKEN),
        NamedCheck.of("genesys.ready", this::ready, INTEGRATION),
        NamedCheck.of("genesys.webhook-url", this::webhookUrl, INTEGRATION),
        NamedCheck.of("genesys.webhook-secret", this::webhookSecret, INTEGRATION),
        NamedCheck.of("genesys.flow", this::flow, INTEGRATION),
        NamedCheck.of("genesys.content", this::content, INTEGRATION));
  }

  private Integration found() {
    return Objects.requireNonNull(found);
  }

  private Verdict integration() {
    String id = subject.genesys().integrationId();
    if (id.isEmpty()) {
      return Verdict.skipped(
          "not-deployed", "There is no integration yet; deploying the webhooks makes one.");
    }
    return switch (genesys.integration(session.get(), id)) {
      case PartnerAnswer.Found<Integration>(var integration) -> {
        found = integration;
        yield Verdict.success("The integration is there.")
            .with("Name", integration.name())
            .with("ID", integration.id());
      }
      case PartnerAnswer.Refused<Integration>(var status, _, var reason) when status == FORBIDDEN ->
          Verdict.error(
                  "permission-missing",
                  "The machine client may not see the integration.",
                  "In Genesys, give the client's role the permission messaging:integration:view.")
              .with("Genesys says", reason);
      case PartnerAnswer.Refused<Integration>(_, _, var reason) ->
          Verdict.error(
                  "not-found",
                  "The integration does not exist any more, or is another organisation's.",
                  "Deploy the webhooks (step 5) to make a new one.")
              .with("Genesys says", reason)
              .with("ID", id);
      case PartnerAnswer.Unavailable<Integration> answer -> Verdict.unavailable(GENESYS, answer);
    };
  }

  private Verdict ready() {
    Integration integration = found();
    return switch (integration.createStatus()) {
      case "Error" ->
          Verdict.error(
                  "creation-failed",
                  "Genesys could not create the integration.",
                  "Delete it in Genesys (Admin > Message > Platforms) and deploy the webhooks"
                      + " again.")
              .with("Genesys says", String.valueOf(integration.createError()));
      case "Initiated" ->
          Verdict.error(
              "still-creating",
              "Genesys is still creating the integration.",
              "Wait a minute, then run the test again.");
      default ->
          integration.status().isEmpty() || "active".equalsIgnoreCase(integration.status())
              ? Verdict.success("The integration is active.")
              : Verdict.error(
                      "inactive",
                      "The integration is not active.",
                      "Activate it in Genesys (Admin > Message > Platforms).")
                  .with("Status", integration.status());
    };
  }

  private Verdict webhookUrl() {
    String url = found().webhookUrl();
    return url.equals(subject.urls().genesys())
        ? Verdict.success("Genesys calls this portal.").with("Address", url)
        : Verdict.error("other-url", "Genesys calls another address than this portal's.", DEPLOY)
            .with("Genesys calls", Shown.address(url))
            .with("Should be", subject.urls().genesys());
  }

  private Verdict webhookSecret() {
    SecretText secret = found().secret();
    if (secret == null) {
      return Verdict.warning(
          "not-shown",
          "Genesys does not show which secret it signs with.",
          "If agents' messages do not arrive, deploy the webhooks again to set it.");
    }
    return secret.equals(subject.genesys().webhookSecret())
        ? Verdict.success("Genesys signs with this portal's secret.")
        : Verdict.error("other-secret", "Genesys signs with another secret.", DEPLOY);
  }

  private Verdict flow() {
    String advice =
        "In Genesys, open Admin > Message routing and give the integration's recipient an inbound"
            + " message flow.";
    String recipientId = found().recipientId();
    if (recipientId == null) {
      return Verdict.warning("no-flow", "The integration has no place in routing yet.", advice);
    }
    return switch (genesys.recipient(session.get(), recipientId)) {
      case PartnerAnswer.Found<Recipient>(var recipient) ->
          recipient.flowName() == null
              ? Verdict.warning(
                  "no-flow",
                  "No flow gets the customers' messages, so none reaches an agent.",
                  advice)
              : Verdict.success("A flow gets the customers' messages.")
                  .with("Flow", recipient.flowName());
      case PartnerAnswer.Refused<Recipient>(_, _, var reason) ->
          Verdict.warning(
                  "cannot-check",
                  "Whether a flow gets the messages cannot be seen.",
                  "Give the client's role the permission routing:message:manage, or look yourself:"
                      + " Admin > Message routing.")
              .with("Genesys says", reason);
      case PartnerAnswer.Unavailable<Recipient> answer -> Verdict.unavailable(GENESYS, answer);
    };
  }

  private Verdict content() {
    return switch (genesys.content(session.get(), found().contentId())) {
      case PartnerAnswer.Found<Content>(var content) -> judged(content);
      case PartnerAnswer.Refused<Content>(_, _, var reason) ->
          Verdict.warning(
                  "cannot-check",
                  "Which media pass cannot be seen.",
                  "Give the client's role the permission messaging:supportedContent:view.")
              .with("Genesys says", reason);
      case PartnerAnswer.Unavailable<Content> answer -> Verdict.unavailable(GENESYS, answer);
    };
  }

  private Verdict judged(Content content) {
    List<String> blocked =
        WANTED.stream().filter(type -> !passes(type, content.inbound())).toList();
    Verdict verdict =
        blocked.isEmpty()
            ? Verdict.success("Customers' media pass.")
            : Verdict.warning(
                    "media-blocked",
                    "Some media that customers send do not pass.",
                    "Allow them in the integration's supported content profile (Admin > Message >"
                        + " Supported content).")
                .with("Blocked", String.join(", ", blocked));
    return verdict
        .with("Profile", content.name())
        .with("Agents may send", String.join(", ", content.outbound()))
        .with("Typing", typing());
  }

  private String typing() {
    return switch (genesys.typing(session.get(), found().settingId())) {
      case PartnerAnswer.Found<Typing>(var typing) -> typing.outbound() ? "passed on" : "off";
      case PartnerAnswer.Refused<Typing> _, PartnerAnswer.Unavailable<Typing> _ -> "not known";
    };
  }

  private static boolean passes(String type, List<String> allowed) {
    return allowed.contains("*/*")
        || allowed.contains(type)
        || allowed.contains(type.substring(0, type.indexOf('/')) + "/*");
  }
}
