package io.agentportal.settings;

import io.agentportal.platform.tenancy.Caller;
import io.agentportal.settings.TenantSettings.Regional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/settings`: everybody reads, admins change.
@RestController
@RequestMapping("/api/settings")
class SettingsController {
  private final SettingsQueries queries;
  private final RegionalSettings regional;

  SettingsController(SettingsQueries queries, RegionalSettings regional) {
    this.queries = queries;
    this.regional = regional;
  }

  @GetMapping
  TenantSettings settings(Caller caller) {
    return queries.of(caller.tenantId());
  }

  @PatchMapping("/regional")
  @PreAuthorize("hasRole('ADMIN')")
  Regional changeRegional(@RequestBody RegionalSettings.Change change, Caller caller) {
    return regional.change(caller, change);
  }
}
