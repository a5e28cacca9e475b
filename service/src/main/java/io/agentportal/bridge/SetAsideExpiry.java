package io.agentportal.bridge;

import io.agentportal.webhooks.WebhooksExpired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What was set aside goes with the calls it came from.
@Component
class SetAsideExpiry {
  private final SetAsideStore setAside;

  SetAsideExpiry(SetAsideStore setAside) {
    this.setAside = setAside;
  }

  @EventListener
  void expired(WebhooksExpired event) {
    setAside.deleteBeforeAcrossTenants(event.before());
  }
}
