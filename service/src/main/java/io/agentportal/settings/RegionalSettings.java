package io.agentportal.settings;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.identity.DataResidency;
import io.agentportal.identity.Tenant;
import io.agentportal.identity.Tenants;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.settings.TenantSettings.Regional;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes where a tenant's days begin, how its numbers look and where its data is.
@Service
class RegionalSettings {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Tenants tenants;
  private final AuditTrail audit;

  RegionalSettings(Tenants tenants, AuditTrail audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  /// Null members stay as they are.
  record Change(
      @Nullable String timezone, @Nullable String locale, @Nullable String dataResidency) {}

  /// Counts at once: the dashboard's next figures are of the new days.
  ///
  /// @throws PortalException `VALIDATION_FAILED`, `RESIDENCY_FIXED` for another place once the
  ///   set-up is complete
  @Transactional
  public Regional change(Caller caller, Change change) {
    Tenant before = tenants.find(caller.tenantId());
    ZoneId zone = change.timezone() == null ? before.zone() : zone(change.timezone());
    Locale locale = change.locale() == null ? before.locale() : locale(change.locale());
    DataResidency residency =
        change.dataResidency() == null ? before.residency() : residency(change.dataResidency());
    if (residency != before.residency()) {
      if (before.isOnboarded()) {
        throw new PortalException(
            ErrorCode.RESIDENCY_FIXED,
            "Where the data is kept cannot change once the connection is live.");
      }
      tenants.keepDataIn(caller.tenantId(), residency);
    }
    tenants.rename(caller.tenantId(), before.name(), zone, locale);
    Regional after = SettingsQueries.regional(tenants.find(caller.tenantId()));
    record(caller, SettingsQueries.regional(before), after);
    return after;
  }

  private void record(Caller caller, Regional before, Regional after) {
    if (before.equals(after)) {
      return;
    }
    audit.record(
        new AuditEvent(
            caller.tenantId(),
            caller.displayName(),
            "settings.changed",
            "settings:regional",
            Map.of("before", members(before), "after", members(after))));
  }

  private static Map<String, String> members(Regional regional) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("dataResidency", regional.dataResidency());
    members.put("timezone", regional.timezone());
    members.put("locale", regional.locale());
    return members;
  }

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw PortalException.invalid(
          "timezone", name + " is no IANA time zone (for example Europe/Berlin)");
    }
    return ZoneId.of(name);
  }

  private static Locale locale(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (LANGUAGES.contains(locale.getLanguage())) {
        return locale;
      }
    } catch (IllformedLocaleException _) {
      // Refused below, as a language that does not exist.
    }
    throw PortalException.invalid("locale", tag + " is no BCP 47 tag (for example de-DE)");
  }

  private static DataResidency residency(String name) {
    return DataResidency.find(name)
        .orElseThrow(() ->
            PortalException.invalid(
                "dataResidency",
                name + " (expected one of: " + String.join(", ", DataResidency.wireNames()) + ")"));
  }
}
