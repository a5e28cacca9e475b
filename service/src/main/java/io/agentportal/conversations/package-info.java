/// Contacts, conversations, messages and their delivery history: list, detail, transcript.
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "media",
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
package io.agentportal.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
