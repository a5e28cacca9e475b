/// The vault: sealed secrets with versions, overlap while rotating and expiry; and what each tenant
/// is connected to.
@ApplicationModule(
    allowedDependencies = {
      "audit",
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
package io.agentportal.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
