package io.agentportal.credentials;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `genesys_connection` and `whatsapp_connection`.
@Repository
class ConnectionStore {
  private static final String SAVE_GENESYS =
      """
      insert into genesys_connection
             (tenant_id, region, client_id, integration_id, integration_name, updated_at)
      values (:tenantId, :region, :clientId, :integrationId, :integrationName, :now)
      on conflict (tenant_id) do update
         set region = excluded.region,
             client_id = excluded.client_id,
             integration_id = excluded.integration_id,
             integration_name = excluded.integration_name,
             updated_at = excluded.updated_at
      """;

  private static final String FIND_GENESYS =
      """
      select g.tenant_id, g.region, g.client_id, g.integration_id, g.integration_name
        from genesys_connection g
       where g.tenant_id = :tenantId
      """;

  private static final String DROP_OTHER_NUMBERS =
      """
      delete from whatsapp_connection w
       where w.tenant_id = :tenantId
         and w.phone_number_id <> :phoneNumberId
      """;

  /// Changes nothing if the number belongs to another tenant.
  private static final String SAVE_WHATSAPP =
      """
      insert into whatsapp_connection as w
             (tenant_id, phone_number_id, waba_id, display_phone_number, app_id, updated_at)
      values (:tenantId, :phoneNumberId, :wabaId, :displayPhoneNumber, :appId, :now)
      on conflict (phone_number_id) do update
         set waba_id = excluded.waba_id,
             display_phone_number = excluded.display_phone_number,
             app_id = excluded.app_id,
             updated_at = excluded.updated_at
       where w.tenant_id = excluded.tenant_id
      """;

  private static final String FIND_WHATSAPP =
      """
      select w.tenant_id, w.waba_id, w.phone_number_id, w.display_phone_number, w.app_id
        from whatsapp_connection w
       where w.tenant_id = :tenantId
       order by w.updated_at desc, w.phone_number_id
      """;

  private static final String LAST_SAVED =
      """
      select max(u.updated_at) as last_saved
        from (select g.updated_at
                from genesys_connection g
               where g.tenant_id = :tenantId
               union all
              select w.updated_at
                from whatsapp_connection w
               where w.tenant_id = :tenantId) u
      """;

  private static final String TENANT_OF_NUMBER =
      """
      select w.tenant_id
        from whatsapp_connection w
       where w.phone_number_id = :phoneNumberId
      """;

  private static final String TENANTS_OF_WABA =
      """
      select distinct w.tenant_id
        from whatsapp_connection w
       where w.waba_id = :wabaId
       limit 2
      """;

  private final JdbcClient jdbc;

  ConnectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void save(GenesysConnection connection, Instant now) {
    jdbc.sql(SAVE_GENESYS)
        .param("tenantId", connection.tenantId().value())
        .param("region", connection.region())
        .param("clientId", connection.clientId())
        .param("integrationId", connection.integrationId())
        .param("integrationName", connection.integrationName())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<GenesysConnection> genesys(TenantId tenantId) {
    return jdbc.sql(FIND_GENESYS)
        .param("tenantId", tenantId.value())
        .query((row, _) -> toGenesys(row))
        .optional();
  }

  /// False if the number belongs to another tenant.
  boolean save(WhatsAppConnection connection, Instant now) {
    jdbc.sql(DROP_OTHER_NUMBERS)
        .param("tenantId", connection.tenantId().value())
        .param("phoneNumberId", connection.phoneNumberId())
        .update();
    return jdbc.sql(SAVE_WHATSAPP)
            .param("tenantId", connection.tenantId().value())
            .param("phoneNumberId", connection.phoneNumberId())
            .param("wabaId", connection.wabaId())
            .param("displayPhoneNumber", connection.displayPhoneNumber())
            .param("appId", connection.appId())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// Most recently saved first.
  List<WhatsAppConnection> whatsApp(TenantId tenantId) {
    return jdbc.sql(FIND_WHATSAPP)
        .param("tenantId", tenantId.value())
        .query((row, _) -> toWhatsApp(row))
        .list();
  }

  /// Empty if nothing is connected.
  Optional<Instant> lastSaved(TenantId tenant) {
    return jdbc.sql(LAST_SAVED)
        .param("tenantId", tenant.value())
        .query((row, _) -> Optional.ofNullable(row.getObject("last_saved", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  Optional<TenantId> tenantOfNumberAcrossTenants(String phoneNumberId) {
    return jdbc.sql(TENANT_OF_NUMBER)
        .param("phoneNumberId", phoneNumberId)
        .query((row, _) -> tenantId(row))
        .optional();
  }

  /// At most two.
  List<TenantId> tenantsOfWabaAcrossTenants(String wabaId) {
    return jdbc.sql(TENANTS_OF_WABA)
        .param("wabaId", wabaId)
        .query((row, _) -> tenantId(row))
        .list();
  }

  private static GenesysConnection toGenesys(ResultSet row) throws SQLException {
    return new GenesysConnection(
        tenantId(row),
        row.getString("region"),
        row.getString("client_id"),
        row.getString("integration_id"),
        row.getString("integration_name"));
  }

  private static WhatsAppConnection toWhatsApp(ResultSet row) throws SQLException {
    return new WhatsAppConnection(
        tenantId(row),
        row.getString("waba_id"),
        row.getString("phone_number_id"),
        row.getString("display_phone_number"),
        row.getString("app_id"));
  }

  private static TenantId tenantId(ResultSet row) throws SQLException {
    return new TenantId(row.getObject("tenant_id", UUID.class));
  }
}
