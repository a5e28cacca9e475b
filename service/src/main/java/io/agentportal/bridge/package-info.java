/// Carries messages between WhatsApp and Genesys: maps and delivers both ways, in order, with
/// retries.
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "credentials",
      "conversations",
      "genesys",
      "media",
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
package io.agentportal.bridge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
