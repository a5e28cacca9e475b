package io.agentportal.webhooks;

/// Makes calls durable.
public interface WebhookStore {

  /// Returns when the call would survive the loss of this process and of the database's.
  void store(NewWebhook call) throws NotStoredException;
}
