/// What an admin changes after the set-up: region, credentials and the webhook secret.
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "credentials",
      "genesys",
      "identity",
      "identity :: confirmation",
      "integration",
      "whatsapp",
      "platform :: errors",
      "platform :: http",
      "platform :: tenancy",
      "platform :: db",
      "platform :: crypto",
      "platform :: client",
      "platform :: time"
    })
@NullMarked
package io.agentportal.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
