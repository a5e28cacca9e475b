package io.agentportal.bridge;

import io.agentportal.bridge.Intake.Incoming;
import io.agentportal.bridge.Intake.Notice;
import io.agentportal.bridge.Intake.Outgoing;
import io.agentportal.bridge.Intake.SetAside;
import io.agentportal.bridge.courtesy.AgentSeen;
import io.agentportal.bridge.mapping.AgentView;
import io.agentportal.bridge.mapping.CustomerParts;
import io.agentportal.conversations.AgentReply;
import io.agentportal.conversations.ContactAddress;
import io.agentportal.conversations.MessageStatus;
import io.agentportal.conversations.ReceivedMessage;
import io.agentportal.conversations.StatusChange;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.genesys.GenesysNotice;
import io.agentportal.genesys.GenesysNotice.AgentMessage;
import io.agentportal.genesys.GenesysWebhook;
import io.agentportal.genesys.OpenContact;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.webhooks.WebhookEvent;
import io.agentportal.whatsapp.MetaErrors;
import io.agentportal.whatsapp.WhatsAppNotice;
import io.agentportal.whatsapp.WhatsAppNotice.AccountNotice;
import io.agentportal.whatsapp.WhatsAppNotice.BusinessNumber;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerIdentity;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import io.agentportal.whatsapp.WhatsAppNotice.MetaError;
import io.agentportal.whatsapp.WhatsAppNotice.Sender;
import io.agentportal.whatsapp.WhatsAppNotice.StatusUpdate;
import io.agentportal.whatsapp.WhatsAppNotice.Unreadable;
import io.agentportal.whatsapp.WhatsAppWebhook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads stored webhook calls and finds out whose they are.
///
/// A call to a tenant's address is that tenant's, unless its number is known to be another's: a
/// shared app's signature proves only that Meta sent it. A call to the shared address is told apart
/// by number, then by account.
@Component
class WebhookReading {
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{5,20}");
  private static final int MAX_RAW = 4096;

  private final Connections connections;

  WebhookReading(Connections connections) {
    this.connections = connections;
  }

  Intake read(List<WebhookEvent> events) {
    Intake intake = new Intake();
    for (WebhookEvent event : events) {
      switch (event.source()) {
        case META ->
            WhatsAppWebhook.read(event.body(), event.receivedAt())
                .forEach(notice -> add(intake, event, notice));
        case GENESYS -> add(intake, event, GenesysWebhook.read(event.body(), event.receivedAt()));
      }
    }
    return intake;
  }

  private void add(Intake intake, WebhookEvent event, WhatsAppNotice notice) {
    switch (notice) {
      case Unreadable(var reason, var raw) ->
          setAside(intake, event, event.tenantId(), reason, raw);
      case CustomerMessage message -> {
        TenantId tenant = owner(intake, event, message.number(), message.raw().toString());
        if (tenant != null) {
          intake.of(tenant).add(received(tenant, message, event.id()));
        }
      }
      case StatusUpdate status -> {
        TenantId tenant = owner(intake, event, status.number(), status.raw().toString());
        StatusChange change = tenant == null ? null : change(tenant, status);
        if (tenant != null && change != null) {
          intake.of(tenant).add(change);
        }
      }
      case AccountNotice account -> {
        String raw = account.raw().toString();
        TenantId tenant = owner(intake, event, account.number(), raw);
        if (tenant != null) {
          intake.notices().add(notice(tenant, event, account, raw));
        }
      }
    }
  }

  private @Nullable TenantId owner(
      Intake intake, WebhookEvent event, BusinessNumber number, String raw) {
    Optional<TenantId> known =
        number.phoneNumberId().isEmpty()
            ? Optional.empty()
            : connections.tenantOfPhoneNumber(number.phoneNumberId());
    TenantId called = event.tenantId();
    if (called != null) {
      if (known.isPresent() && !known.get().equals(called)) {
        setAside(intake, event, called, "the number belongs to another organisation", raw);
        return null;
      }
      return called;
    }
    Optional<TenantId> found =
        known.isPresent() || number.wabaId().isEmpty()
            ? known
            : connections.tenantOfWaba(number.wabaId());
    if (found.isEmpty()) {
      setAside(intake, event, null, "nobody here has this number or account", raw);
    }
    return found.orElse(null);
  }

  private Incoming received(TenantId tenant, CustomerMessage message, long eventId) {
    AgentView view = AgentView.of(message);
    CustomerIdentity next = message.context().becomes();
    boolean moved = next != null && (next.userId() != null || next.phone() != null);
    ContactAddress written = address(message.customer());
    return new Incoming(
        new ReceivedMessage(
            number(tenant, message.number()),
            moved && next != null ? address(next) : written,
            message.sender() == Sender.STAFF,
            moved ? written : null,
            message.wamid(),
            message.content().kind(),
            view.text(),
            message.sentAt(),
            message.context().about(),
            eventId),
        view,
        message.content().media());
  }

  private @Nullable StatusChange change(TenantId tenant, StatusUpdate update) {
    MessageStatus status =
        switch (update.status()) {
          case "sent" -> MessageStatus.SENT;
          case "delivered" -> MessageStatus.DELIVERED;
          case "read" -> MessageStatus.READ;
          case "played" -> MessageStatus.PLAYED;
          case "failed" -> MessageStatus.FAILED;
          default -> null;
        };
    if (status == null) {
      return null;
    }
    Optional<CorrelationKey> key = CorrelationKey.parse(update.correlationKey());
    MetaError error = status == MessageStatus.FAILED ? update.error() : null;
    return new StatusChange(
        number(tenant, update.number()),
        update.wamid(),
        key.map(CorrelationKey::messageId).orElse(null),
        key.map(CorrelationKey::part).orElse(0),
        status,
        update.at(),
        error == null ? null : Integer.toString(error.code()),
        error == null ? null : sentence(error));
  }

  private static String sentence(MetaError error) {
    String plain = MetaErrors.facts(error.code()).sentence();
    return error.details() == null ? plain : plain + " (" + error.details() + ")";
  }

  private static Notice notice(
      TenantId tenant, WebhookEvent event, AccountNotice account, String raw) {
    return new Notice(
        tenant,
        event.id(),
        account.field(),
        account.number().wabaId(),
        account.number().phoneNumberId(),
        account.at(),
        account.severity().name().toLowerCase(Locale.ROOT),
        account.text(),
        raw);
  }

  private void add(Intake intake, WebhookEvent event, GenesysNotice notice) {
    TenantId tenant = event.tenantId();
    switch (notice) {
      case AgentMessage message when tenant != null ->
          intake
              .of(tenant)
              .add(new Outgoing(reply(tenant, message, event.id()), CustomerParts.of(message)));
      case AgentMessage message ->
          setAside(intake, event, null, "no organisation is named", message.raw().toString());
      case GenesysNotice.Unknown(_, var reason, var raw) ->
          setAside(intake, event, tenant, reason, raw);
      case GenesysNotice.Typing typing when tenant != null && typing.on() ->
          intake.signs().add(new AgentSeen(tenant, typing.to().id(), true));
      case GenesysNotice.Typing _, GenesysNotice.MessageReceipt _ -> {
        // Not forwarded: WhatsApp ends typing by itself, and Genesys' word on a message that it has
        // taken changes nothing.
      }
    }
  }

  private AgentReply reply(TenantId tenant, AgentMessage message, long eventId) {
    return new AgentReply(
        connections.whatsApp(tenant).map(WhatsAppConnection::phoneNumberId).orElse(""),
        address(message.to()),
        message.id(),
        message.conversationId(),
        message.content().kind(),
        message.content().text(),
        message.at(),
        message.author().bot(),
        message.author().name(),
        eventId);
  }

  /// The number of the call; the tenant's own where the call names none.
  private String number(TenantId tenant, BusinessNumber number) {
    return number.phoneNumberId().isEmpty()
        ? connections.whatsApp(tenant).map(WhatsAppConnection::phoneNumberId).orElse("")
        : number.phoneNumberId();
  }

  private static ContactAddress address(CustomerIdentity customer) {
    return new ContactAddress(
        customer.userId(), customer.phone(), customer.username(), customer.name());
  }

  private static ContactAddress address(OpenContact contact) {
    String id = contact.id();
    boolean phone = !USER_ID.matcher(id).matches() && PHONE.matcher(id).matches();
    return phone
        ? new ContactAddress(null, id.replace("+", ""), null, contact.nickname())
        : new ContactAddress(id, null, null, contact.nickname());
  }

  private static void setAside(
      Intake intake, WebhookEvent event, @Nullable TenantId tenant, String reason, String raw) {
    intake
        .setAside()
        .add(
            new SetAside(
                tenant,
                event.id(),
                event.source().name(),
                reason,
                raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW)));
  }
}
