package io.agentsandbox.meta;

import io.agentsandbox.platform.Json;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Where webhooks of one account go: the number's override before the account's before the app's.
/// Nothing goes anywhere until the app is subscribed to the account.
///
/// Source: Meta, "Webhook overrides" (28 June 2026): only some fields honour an override.
final class Callbacks {
  private static final Set<String> OVERRIDABLE =
      Set.of(
          "messages",
          "message_echoes",
          "calls",
          "consumer_profile",
          "messaging_handovers",
          "group_lifecycle_update",
          "group_participants_update",
          "group_settings_update",
          "group_status_update",
          "smb_message_echoes",
          "smb_app_state_sync",
          "history",
          "account_settings_update");

  private volatile @Nullable URI app;
  private volatile @Nullable URI account;
  private volatile @Nullable URI number;
  private volatile boolean subscribed;

  void setApp(@Nullable URI callback) {
    app = callback;
  }

  void setAccount(@Nullable URI callback) {
    account = callback;
  }

  void setNumber(@Nullable URI callback) {
    number = callback;
  }

  void subscribe() {
    subscribed = true;
  }

  /// Ends the subscription and with it the account's override.
  void unsubscribe() {
    subscribed = false;
    account = null;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  Optional<URI> app() {
    return Optional.ofNullable(app);
  }

  Optional<URI> account() {
    return Optional.ofNullable(account);
  }

  Optional<URI> number() {
    return Optional.ofNullable(number);
  }

  /// Where a webhook of this field goes.
  Optional<URI> effective(String field) {
    if (!subscribed) {
      return Optional.empty();
    }
    return OVERRIDABLE.contains(field) ? number().or(this::account).or(this::app) : app();
  }

  /// `webhook_configuration` of the number.
  ObjectNode describe() {
    ObjectNode shown = Json.object();
    app().ifPresent(uri -> shown.put("application", uri.toString()));
    account().ifPresent(uri -> shown.put("whatsapp_business_account", uri.toString()));
    number().ifPresent(uri -> shown.put("phone_number", uri.toString()));
    return shown;
  }

  void clear() {
    app = null;
    account = null;
    number = null;
    subscribed = false;
  }
}
