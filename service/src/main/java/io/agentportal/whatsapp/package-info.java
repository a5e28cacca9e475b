/// Meta's Graph API for WhatsApp, the reading of its webhooks and their signature. Knows no tenant.
@ApplicationModule(
    allowedDependencies = {
      "platform :: errors",
      "platform :: crypto",
      "platform :: client",
      "platform :: time"
    })
@NullMarked
package io.agentportal.whatsapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
