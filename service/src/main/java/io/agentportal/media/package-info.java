/// Custody of files: fetched from either partner, checked, kept for a while, handed on by links
/// that end.
@ApplicationModule(
    allowedDependencies = {
      "credentials",
      "genesys",
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
package io.agentportal.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
