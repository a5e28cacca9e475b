package io.agentsandbox.meta;

import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.platform.Settings;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// Reports how sent messages fared: sent, delivered, read, or failed.
final class Statuses {
  /// Why a message failed.
  record Failure(int code, String title, String details) {
    static final Failure OUTSIDE_WINDOW =
        new Failure(
            131_047,
            "Re-engagement message",
            "More than 24 hours have passed since the customer last replied to this number.");
  }

  private final MetaWebhooks webhooks;
  private final LiveSettings settings;
  private final SandboxClock clock;
  private final ScheduledExecutorService timer;

  Statuses(
      MetaWebhooks webhooks,
      LiveSettings settings,
      SandboxClock clock,
      ScheduledExecutorService timer) {
    this.webhooks = webhooks;
    this.settings = settings;
    this.clock = clock;
    this.timer = timer;
  }

  /// Plans what becomes of a message that was accepted.
  void follow(WhatsAppAccount account, SentMessage message) {
    Settings.Meta meta = settings.meta();
    later(account, message, "sent", meta.sentMillis());
    later(account, message, "delivered", meta.deliveredMillis());
    if (ThreadLocalRandom.current().nextDouble() < meta.readShare()) {
      later(account, message, "read", meta.readMillis());
    }
  }

  /// Plans that a message which was accepted fails.
  void fail(WhatsAppAccount account, SentMessage message, Failure failure) {
    schedule(
        account,
        () -> report(account, message, "failed", failure),
        Math.max(0, settings.meta().sentMillis()));
  }

  /// Reports a status at once.
  void report(WhatsAppAccount account, SentMessage message, String status, Failure failure) {
    ObjectNode shown = status(message, status);
    ObjectNode error =
        shown
            .putArray("errors")
            .addObject()
            .put("code", failure.code())
            .put("title", failure.title())
            .put("message", failure.title());
    error.putObject("error_data").put("details", failure.details());
    send(account, message, status, shown);
  }

  void report(WhatsAppAccount account, SentMessage message, String status) {
    ObjectNode shown = status(message, status);
    if (status.equals("sent") || status.equals("delivered")) {
      shown
          .putObject("pricing")
          .put("billable", message.type().equals("template"))
          .put("pricing_model", "PMP")
          .put("type", message.type().equals("template") ? "regular" : "free_customer_service")
          .put("category", message.type().equals("template") ? "utility" : "service");
    }
    send(account, message, status, shown);
  }

  private void later(WhatsAppAccount account, SentMessage message, String status, int millis) {
    if (millis >= 0) {
      schedule(account, () -> report(account, message, status), millis);
    }
  }

  private void schedule(WhatsAppAccount account, Runnable task, int millis) {
    int born = account.generation();
    Runnable unlessReset =
        () -> {
          if (account.generation() == born) {
            task.run();
          }
        };
    try {
      var _ = timer.schedule(unlessReset, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // The sandbox is closing; nobody waits for the status any more.
    }
  }

  private ObjectNode status(SentMessage message, String status) {
    ObjectNode shown =
        Json.object()
            .put("id", message.wamid())
            .put("status", status)
            .put("timestamp", Long.toString(clock.millis() / 1_000));
    if (!message.to().isEmpty()) {
      shown.put("recipient_id", message.to());
    }
    if (!message.userId().isEmpty()) {
      shown.put("recipient_user_id", message.userId());
    }
    if (!message.callbackData().isEmpty()) {
      shown.put("biz_opaque_callback_data", message.callbackData());
    }
    return shown;
  }

  private void send(WhatsAppAccount account, SentMessage message, String status, ObjectNode shown) {
    message.reached(status, clock.millis());
    ObjectNode value = MetaWebhooks.value(account);
    value.putArray("statuses").add(shown);
    webhooks.sendMessages(account, status, value);
  }
}
