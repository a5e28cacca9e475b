package io.agentportal.bridge.mapping;

import io.agentportal.whatsapp.WhatsAppNotice.CustomerIdentity;
import io.agentportal.whatsapp.WhatsAppNotice.CustomerMessage;
import io.agentportal.whatsapp.WhatsAppNotice.MediaReference;
import io.agentportal.whatsapp.WhatsAppNotice.MessageContext;
import io.agentportal.whatsapp.WhatsAppNotice.Referral;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an agent at Genesys sees of a customer's message.
///
/// Genesys knows no advertisements, groups, forwarding or products, so these stand in lines of
/// their own, in brackets, around what the customer wrote; flows get them as participant
/// attributes.
///
/// @param text never empty
/// @param words the same where the message's file is attached: it need not be told of; may be empty
/// @param attributes names start with `wa`; in the order of their importance, since Genesys takes
///   only so many bytes
/// @param choice what the customer picked of what Genesys offered; null for any other message
public record AgentView(
    String text, String words, Map<String, String> attributes, @Nullable ChoiceId choice) {

  public static AgentView of(CustomerMessage message) {
    String chosen = message.content().details().get("choiceId");
    ChoiceId choice = chosen == null ? null : ChoiceId.parse(chosen).orElse(null);
    MediaReference media = message.content().media();
    String said = message.content().text();
    return new AgentView(
        text(message.context(), said),
        media == null ? "" : text(message.context(), media.caption()),
        attributes(message, choice),
        choice);
  }

  private static String text(MessageContext context, @Nullable String said) {
    String product = context.product();
    return Stream.of(
            context.groupId() == null ? null : "(In a WhatsApp group)",
            context.referral() == null ? null : "(" + origin(context.referral()) + ")",
            switch (context.forwarding()) {
              case NONE -> null;
              case ONCE -> "(Forwarded)";
              case OFTEN -> "(Forwarded many times)";
            },
            said,
            product == null ? null : "(About product " + product + ")")
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private static String origin(Referral referral) {
    String thing = "post".equals(referral.sourceType()) ? "a post" : "an advertisement";
    String title = referral.headline() != null ? referral.headline() : referral.body();
    return "Came from "
        + thing
        + (title == null ? "" : " “" + title + "”")
        + (referral.sourceUrl() == null ? "" : ": " + referral.sourceUrl());
  }

  private static Map<String, String> attributes(
      CustomerMessage message, @Nullable ChoiceId choice) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("waMessageId", message.wamid());
    attributes.put("waPhoneNumberId", message.number().phoneNumberId());
    attributes.put("waKind", message.content().kind());
    message
        .content()
        .details()
        .forEach((name, value) ->
            attributes.put(
                "wa" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value));
    if (choice != null) {
      attributes.put("waChoiceId", choice.payload());
    }
    addCustomer(attributes, message.customer());
    addContext(attributes, message.context());
    return Collections.unmodifiableMap(attributes);
  }

  private static void addCustomer(Map<String, String> attributes, CustomerIdentity customer) {
    add(attributes, "waUserId", customer.userId());
    add(attributes, "waUsername", customer.username());
  }

  private static void addContext(Map<String, String> attributes, MessageContext context) {
    add(attributes, "waAbout", context.about());
    add(attributes, "waGroupId", context.groupId());
    add(attributes, "waProduct", context.product());
    Referral referral = context.referral();
    if (referral != null) {
      add(attributes, "waAdId", referral.sourceId());
      add(attributes, "waAdClickId", referral.clickId());
      add(attributes, "waAdUrl", referral.sourceUrl());
      add(attributes, "waAdHeadline", referral.headline());
    }
  }

  private static void add(Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }
}
