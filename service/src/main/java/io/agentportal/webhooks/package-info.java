/// Takes calls from Meta and Genesys: verify, store, answer.
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "credentials",
      "genesys",
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
package io.agentportal.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
