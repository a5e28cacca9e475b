/// Rollups of the traffic and the dashboard that reads them.
@ApplicationModule(
    allowedDependencies = {
      "bridge",
      "conversations",
      "credentials",
      "identity",
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
package io.agentportal.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
