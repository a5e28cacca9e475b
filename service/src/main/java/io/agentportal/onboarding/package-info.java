/// The set-up wizard: its saved progress and its completion.
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "credentials",
      "genesys",
      "identity",
      "integration",
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
package io.agentportal.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
