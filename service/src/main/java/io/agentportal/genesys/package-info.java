/// Genesys Cloud's login, API and webhook signature. Knows no tenant.
@ApplicationModule(
    allowedDependencies = {
      "platform :: errors",
      "platform :: crypto",
      "platform :: client",
      "platform :: time"
    })
@NullMarked
package io.agentportal.genesys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
