/// Login, sessions, tenants, users, roles and the confirmation of sensitive actions.
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "genesys",
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
package io.agentportal.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
