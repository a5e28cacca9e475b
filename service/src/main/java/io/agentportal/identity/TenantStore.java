package io.agentportal.identity;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `tenant`.
@Repository
class TenantStore {
  private static final String COLUMNS =
      """
      select t.id, t.genesys_org_id, t.name, t.region, t.zone, t.locale, t.data_residency,
             t.onboarded_at, t.created_at
        from tenant t
      """;

  private static final String FIND = COLUMNS + " where t.id = :tenantId";

  private static final String FIND_BY_ORGANIZATION =
      COLUMNS + " where t.genesys_org_id = :genesysOrgId";

  private static final String INSERT =
      """
      insert into tenant (id, genesys_org_id, name, region, zone, locale, created_at)
      values (:tenantId, :genesysOrgId, :name, :region, :zone, :locale, :createdAt)
      on conflict (genesys_org_id) do nothing
      """;

  private static final String MARK_ONBOARDED =
      """
      update tenant t
         set onboarded_at = coalesce(t.onboarded_at, :at)
       where t.id = :tenantId
      """;

  private static final String UPDATE_PROFILE =
      """
      update tenant t
         set name = :name,
             zone = :zone,
             locale = :locale
       where t.id = :tenantId
      """;

  private static final String UPDATE_RESIDENCY =
      "update tenant t set data_residency = :residency where t.id = :tenantId";

  private final JdbcClient jdbc;

  TenantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Tenant> find(TenantId tenantId) {
    return jdbc.sql(FIND)
        .param("tenantId", tenantId.value())
        .query((row, _) -> toTenant(row))
        .optional();
  }

  Optional<Tenant> findByOrganizationAcrossTenants(String genesysOrgId) {
    return jdbc.sql(FIND_BY_ORGANIZATION)
        .param("genesysOrgId", genesysOrgId)
        .query((row, _) -> toTenant(row))
        .optional();
  }

  void insertIfAbsent(Tenant tenant) {
    jdbc.sql(INSERT)
        .param("tenantId", tenant.id().value())
        .param("genesysOrgId", tenant.genesysOrgId())
        .param("name", tenant.name())
        .param("region", tenant.region())
        .param("zone", tenant.zone().getId())
        .param("locale", tenant.locale().toLanguageTag())
        .param("createdAt", tenant.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  int markOnboarded(TenantId tenantId, Instant at) {
    return jdbc.sql(MARK_ONBOARDED)
        .param("tenantId", tenantId.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  int updateProfile(TenantId tenantId, String name, ZoneId zone, Locale locale) {
    return jdbc.sql(UPDATE_PROFILE)
        .param("tenantId", tenantId.value())
        .param("name", name)
        .param("zone", zone.getId())
        .param("locale", locale.toLanguageTag())
        .update();
  }

  int updateResidency(TenantId tenantId, DataResidency residency) {
    return jdbc.sql(UPDATE_RESIDENCY)
        .param("tenantId", tenantId.value())
        .param("residency", residency.wireName())
        .update();
  }

  private static Tenant toTenant(ResultSet row) throws SQLException {
    OffsetDateTime onboardedAt = row.getObject("onboarded_at", OffsetDateTime.class);
    String residency = row.getString("data_residency");
    return new Tenant(
        new TenantId(row.getObject("id", UUID.class)),
        row.getString("genesys_org_id"),
        row.getString("name"),
        row.getString("region"),
        ZoneId.of(row.getString("zone")),
        Locale.forLanguageTag(row.getString("locale")),
        residency == null
            ? DataResidency.near(row.getString("region"))
            : DataResidency.find(residency).orElseThrow(),
        onboardedAt == null ? null : onboardedAt.toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
