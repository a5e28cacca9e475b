package io.agentportal.settings;

import io.agentportal.credentials.CredentialHistory;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.CredentialVersion;
import io.agentportal.credentials.SecretUse;
import io.agentportal.credentials.SecretUse.Use;
import io.agentportal.credentials.Vault;
import io.agentportal.identity.DataResidency;
import io.agentportal.identity.Tenant;
import io.agentportal.identity.Tenants;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.settings.TenantSettings.Credential;
import io.agentportal.settings.TenantSettings.Credentials;
import io.agentportal.settings.TenantSettings.FeatureFlags;
import io.agentportal.settings.TenantSettings.Previous;
import io.agentportal.settings.TenantSettings.Regional;
import io.agentportal.settings.TenantSettings.SecretDetail;
import io.agentportal.settings.replacement.CredentialDetail;
import io.agentportal.settings.replacement.CredentialDetails;
import io.agentportal.settings.replacement.CredentialType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what the settings page shows.
@Component
class SettingsQueries {
  private static final CredentialKind WEBHOOK_SECRET = CredentialKind.GENESYS_WEBHOOK_SECRET;

  /// What every deployment of this version has; the specification's names.
  private static final FeatureFlags FEATURES = new FeatureFlags(true, true, true);

  private final Tenants tenants;
  private final Vault vault;
  private final CredentialHistory history;
  private final SecretUse uses;
  private final CredentialDetails credentials;

  SettingsQueries(
      Tenants tenants,
      Vault vault,
      CredentialHistory history,
      SecretUse uses,
      CredentialDetails credentials) {
    this.tenants = tenants;
    this.vault = vault;
    this.history = history;
    this.uses = uses;
    this.credentials = credentials;
  }

  TenantSettings of(TenantId tenantId) {
    Tenant tenant = tenants.find(tenantId);
    List<CredentialDetail> details = credentials.all(tenantId);
    return new TenantSettings(
        vault.facts(tenantId, WEBHOOK_SECRET).map(facts -> facts.maskedValue()).orElse(""),
        new Credentials(
            credential(details, CredentialType.GENESYS_CLIENT),
            credential(details, CredentialType.WHATSAPP_TOKEN)),
        regional(tenant),
        FEATURES,
        secretDetail(tenantId),
        details,
        tenant.isOnboarded(),
        DataResidency.wireNames());
  }

  static Regional regional(Tenant tenant) {
    return new Regional(
        tenant.residency().wireName(), tenant.zone().getId(), tenant.locale().toLanguageTag());
  }

  private static @Nullable Credential credential(
      List<CredentialDetail> details, CredentialType type) {
    return details.stream()
        .filter(each -> each.type().equals(type.wireName()))
        .findFirst()
        .map(Credential::of)
        .orElse(null);
  }

  private @Nullable SecretDetail secretDetail(TenantId tenantId) {
    List<CredentialVersion> versions = history.versions(tenantId, WEBHOOK_SECRET);
    Map<Integer, Use> calls = uses.byVersion(tenantId, WEBHOOK_SECRET);
    Optional<CredentialVersion> current = first(versions, CredentialVersion.State.CURRENT);
    return current
        .map(version ->
            new SecretDetail(
                version.createdAt(),
                count(calls.get(version.version())),
                first(versions, CredentialVersion.State.ACCEPTED)
                    .map(replaced -> previous(version, replaced, calls.get(replaced.version())))
                    .orElse(null)))
        .orElse(null);
  }

  private static Previous previous(
      CredentialVersion current, CredentialVersion replaced, @Nullable Use use) {
    Instant lastCallAt =
        use == null || use.lastAt().isBefore(current.createdAt()) ? null : use.lastAt();
    return new Previous(Objects.requireNonNull(replaced.acceptedUntil()), count(use), lastCallAt);
  }

  private static Optional<CredentialVersion> first(
      List<CredentialVersion> versions, CredentialVersion.State state) {
    return versions.stream().filter(each -> each.state() == state).findFirst();
  }

  private static long count(@Nullable Use use) {
    return use == null ? 0 : use.calls();
  }
}
