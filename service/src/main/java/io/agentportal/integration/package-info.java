/// Deploys our webhooks at both partners and tests the connection.
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "bridge",
      "credentials",
      "genesys",
      "identity",
      "identity :: confirmation",
      "webhooks",
      "whatsapp",
      "platform :: errors",
      "platform :: http",
      "platform :: tenancy",
      "platform :: db",
      "platform :: crypto",
      "platform :: client",
      "platform :: time",
      "platform :: live"
    })
@NullMarked
package io.agentportal.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
