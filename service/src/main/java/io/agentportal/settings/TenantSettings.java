package io.agentportal.settings;

import io.agentportal.settings.replacement.CredentialDetail;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings of a tenant as the console sees them. Secrets are masked.
///
/// @param webhookSecret with which Genesys signs its calls, masked; `""` before the deployment
/// @param webhookSecretDetail null before the deployment
/// @param regionalFixed whether the data's place can no longer change
/// @param residencies the places to choose from
record TenantSettings(
    String webhookSecret,
    Credentials credentials,
    Regional regional,
    FeatureFlags features,
    @Nullable SecretDetail webhookSecretDetail,
    List<CredentialDetail> credentialDetails,
    boolean regionalFixed,
    List<String> residencies) {

  /// Null: not entered yet.
  record Credentials(@Nullable Credential genesys, @Nullable Credential whatsapp) {}

  /// @param status `active`, `expiring-soon` or `expired`
  record Credential(Instant lastUpdated, String status, String maskedValue) {

    static Credential of(CredentialDetail detail) {
      return new Credential(detail.lastUpdated(), detail.status(), detail.maskedValue());
    }
  }

  /// @param dataResidency `us`, `eu`, `uk`, `ca` or `apac`
  /// @param timezone IANA name
  /// @param locale BCP 47
  record Regional(String dataResidency, String timezone, String locale) {}

  /// What this deployment offers to the tenant.
  record FeatureFlags(boolean darkMode, boolean advancedAnalytics, boolean multiUser) {}

  /// @param callsByCurrent calls that the current secret has signed
  /// @param previous null: no replaced secret is accepted
  record SecretDetail(Instant createdAt, long callsByCurrent, @Nullable Previous previous) {}

  /// A replaced secret that still verifies calls.
  ///
  /// @param callsSigned since the current one was made; 0: Genesys no longer uses it
  /// @param lastCallAt null if there was no such call
  record Previous(Instant validUntil, long callsSigned, @Nullable Instant lastCallAt) {}
}
