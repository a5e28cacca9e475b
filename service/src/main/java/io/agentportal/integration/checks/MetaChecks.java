package io.agentportal.integration.checks;

import io.agentportal.integration.checks.Subject.MetaSide;
import io.agentportal.platform.client.PartnerAnswer;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.whatsapp.MetaDiagnosis;
import io.agentportal.whatsapp.MetaDiagnosis.Account;
import io.agentportal.whatsapp.MetaDiagnosis.Templates;
import io.agentportal.whatsapp.WhatsAppAccounts;
import io.agentportal.whatsapp.WhatsAppAccounts.TokenFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The checks of one tenant's WhatsApp account: the token, what it may see, and the account itself.
final class MetaChecks {
  static final String TOKEN = "whatsapp.token";
  static final String ACCOUNT = "whatsapp.account";
  private static final String WHATSAPP = "WhatsApp";
  private static final Duration SOON = Duration.ofDays(7);
  private static final List<String> SCOPES =
      List.of("whatsapp_business_messaging", "whatsapp_business_management");

  private final MetaSide side;
  private final MetaDiagnosis meta;
  private final WhatsAppAccounts accounts;
  private final Clock clock;
  private volatile @Nullable TokenFacts facts;

  MetaChecks(Subject subject, MetaDiagnosis meta, WhatsAppAccounts accounts, Clock clock) {
    this.side = subject.meta();
    this.meta = meta;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// The first three, and the last: what stands between is about the number and its callbacks.
  List<NamedCheck> beforeTheNumber() {
    return List.of(
        NamedCheck.of(TOKEN, this::token),
        NamedCheck.of("whatsapp.expiry", this::expiry, TOKEN),
        NamedCheck.of(ACCOUNT, this::account, TOKEN),
        NamedCheck.of("whatsapp.number-listed", this::numberListed, ACCOUNT));
  }

  NamedCheck templates() {
    return NamedCheck.of("whatsapp.templates", this::countTemplates, ACCOUNT);
  }

  private Verdict token() {
    TokenFacts found;
    try {
      found = accounts.tokenFacts(side.token());
    } catch (PortalException failure) {
      return failure.code() == ErrorCode.PARTNER_REFUSED
          ? invalid(String.valueOf(failure.getMessage()))
          : Verdict.unavailable(WHATSAPP, "no answer about the token");
    }
    if (!found.isValid()) {
      return invalid("the token has expired or was revoked");
    }
    facts = found;
    List<String> missing =
        SCOPES.stream().filter(scope -> !found.scopes().contains(scope)).toList();
    if (!missing.isEmpty()) {
      return Verdict.error(
              "scope-missing",
              "The token lacks a permission.",
              "Generate the system user's token again with both WhatsApp permissions, and enter it"
                  + " in step 3.")
          .with("Missing", String.join(", ", missing));
    }
    String appId = side.connection().appId();
    if (appId != null && !appId.isEmpty() && !appId.equals(found.appId())) {
      return Verdict.error(
              "other-app",
              "The token belongs to another Meta app.",
              "Enter the app ID of the app that made the token, or a token of that app.")
          .with("App of the token", found.appId())
          .with("App entered", appId);
    }
    return kind(found);
  }

  private static Verdict invalid(String reason) {
    return Verdict.error(
            "token-invalid",
            "Meta does not accept the token.",
            "Generate a new token for the system user and enter it in step 3.")
        .with("Meta says", reason);
  }

  private static Verdict kind(TokenFacts found) {
    Verdict verdict =
        "USER".equals(found.type())
            ? Verdict.warning(
                "user-token",
                "This is a person's token, which ends after a day at the latest.",
                "Generate a token of a system user in the Meta business settings.")
            : Verdict.success("Meta accepts the token.");
    return verdict.with("Kind", found.type()).with("App", found.appId());
  }

  private Verdict expiry() {
    Instant expiresAt = Objects.requireNonNull(facts).expiresAt();
    if (expiresAt == null) {
      return Verdict.success("The token never expires.");
    }
    String day = LocalDate.ofInstant(expiresAt, ZoneOffset.UTC).toString();
    Duration left = Duration.between(clock.instant(), expiresAt);
    Verdict verdict =
        left.compareTo(SOON) > 0
            ? Verdict.success("The token is good for " + left.toDays() + " days.")
            : Verdict.warning(
                "expires-soon",
                "The token ends in less than 7 days.",
                "Generate a new one, best without an end, and enter it in step 3.");
    return verdict.with("Ends on", day);
  }

  private Verdict account() {
    return switch (meta.account(side.token(), side.connection().wabaId())) {
      case PartnerAnswer.Found<Account>(var account) -> reviewed(account);
      case PartnerAnswer.Refused<Account>(_, _, var reason) ->
          Verdict.error(
                  "account-hidden",
                  "The token may not see the WhatsApp account, or there is none of that ID.",
                  "Check the WABA ID in step 3 (a phone number's ID is no account's ID), and give"
                      + " the system user full control of the account in the Meta business"
                      + " settings.")
              .with("Meta says", reason)
              .with("WABA ID", side.connection().wabaId());
      case PartnerAnswer.Unavailable<Account> answer -> Verdict.unavailable(WHATSAPP, answer);
    };
  }

  private static Verdict reviewed(Account account) {
    Verdict verdict =
        switch (account.reviewStatus()) {
          case "APPROVED", "" -> Verdict.success("The WhatsApp account is there.");
          case "REJECTED" ->
              Verdict.error(
                  "not-approved",
                  "Meta has rejected the WhatsApp account.",
                  "See the reason in the WhatsApp Manager and ask for another review there.");
          default ->
              Verdict.warning(
                  "not-approved",
                  "Meta has not approved the WhatsApp account yet.",
                  "Wait for the review to end; the WhatsApp Manager shows how far it is.");
        };
    return verdict
        .with("Name", account.name())
        .with("Status", account.status())
        .with("Review", account.reviewStatus());
  }

  private Verdict numberListed() {
    String number = side.connection().phoneNumberId();
    return switch (meta.numberIds(side.token(), side.connection().wabaId())) {
      case PartnerAnswer.Found<List<String>>(var ids) ->
          ids.contains(number)
              ? Verdict.success("The number belongs to the account.")
                  .with("Numbers of the account", Integer.toString(ids.size()))
              : Verdict.error(
                      "not-listed",
                      "The number does not belong to the WhatsApp account.",
                      "Choose one of the account's numbers in step 3; the two IDs are easily"
                          + " mixed up.")
                  .with("Phone number ID", number)
                  .with("Numbers of the account", String.join(", ", first(ids)));
      case PartnerAnswer.Refused<List<String>>(_, _, var reason) ->
          Verdict.error(
                  "refused",
                  "Meta does not show the numbers of the account.",
                  "Give the system user full control of the account in the Meta business settings.")
              .with("Meta says", reason);
      case PartnerAnswer.Unavailable<List<String>> answer -> Verdict.unavailable(WHATSAPP, answer);
    };
  }

  private Verdict countTemplates() {
    return switch (meta.templates(side.token(), side.connection().wabaId())) {
      case PartnerAnswer.Found<Templates>(var templates) ->
          (templates.approved() == 0
                  ? Verdict.warning(
                      "no-template",
                      "No message template is approved: after 24 hours of silence nobody can write"
                          + " to a customer.",
                      "Create a template in the WhatsApp Manager.")
                  : Verdict.success("Message templates are there."))
              .with("Approved", Integer.toString(templates.approved()))
              .with("All", Integer.toString(templates.total()));
      case PartnerAnswer.Refused<Templates>(_, _, var reason) ->
          Verdict.error(
                  "refused",
                  "Meta does not show the message templates.",
                  "Give the token the permission whatsapp_business_management.")
              .with("Meta says", reason);
      case PartnerAnswer.Unavailable<Templates> answer -> Verdict.unavailable(WHATSAPP, answer);
    };
  }

  private static List<String> first(List<String> ids) {
    return new ArrayList<>(ids.subList(0, Math.min(10, ids.size())));
  }
}
