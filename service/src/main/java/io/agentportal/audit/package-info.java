/// Who did what: an append-only, hash-chained record of every change, sign-in and refusal.
@ApplicationModule(
    allowedDependencies = {
      "platform :: errors",
      "platform :: http",
      "platform :: tenancy",
      "platform :: db",
      "platform :: time"
    })
@NullMarked
package io.agentportal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
