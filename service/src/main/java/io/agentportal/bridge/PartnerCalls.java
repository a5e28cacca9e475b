package io.agentportal.bridge;

import io.agentportal.bridge.Doubts.Doubt;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes one attempt at a delivery, at the partner that it is for. Never inside a transaction.
@Component
class PartnerCalls {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerCalls.class);

  private final GenesysCalls genesys;
  private final WhatsAppCalls whatsApp;

  PartnerCalls(GenesysCalls genesys, WhatsAppCalls whatsApp) {
    this.genesys = genesys;
    this.whatsApp = whatsApp;
  }

  Attempt attempt(Delivery delivery, Doubt doubt) {
    try {
      return switch (delivery.payload()) {
        case Payload.CustomerText text -> genesys.hand(delivery, text, doubt);
        case Payload.Receipt receipt -> genesys.tell(delivery, receipt);
        case Payload.AgentText text -> whatsApp.send(delivery, text, doubt);
      };
    } catch (RuntimeException bug) {
      LOG.atError()
          .setCause(bug)
          .addKeyValue("tenant", delivery.tenantId())
          .addKeyValue("delivery", delivery.id())
          .log("An attempt at a delivery broke off");
      return new Attempt.Unsure(Duration.ZERO, "The portal could not complete the call.");
    }
  }
}
