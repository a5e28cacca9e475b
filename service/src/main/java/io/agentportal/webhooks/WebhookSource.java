package io.agentportal.webhooks;

/// Which partner called, hence whose format the body has.
public enum WebhookSource {
  META,
  GENESYS
}
