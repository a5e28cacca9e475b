package io.agentportal.conversations;

import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `message_status_parked`: statuses of messages that nobody has linked yet. Mostly those
/// are another system's messages from the same number, so only young ones are looked at again.
@Repository
class ParkedStatusStore {
  private static final Duration YOUNG = Duration.ofMinutes(15);
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String PARK =
      """
      insert into message_status_parked (tenant_id, kind, reference, status, at, error_code, error_text, parked_at)
      select :tenantId, 'wamid:' || n.phone_number_id, n.wamid, n.status, n.at, n.error_code, n.error_text, :now
        from unnest(cast(:phoneNumberIds as text[]), cast(:wamids as text[]), cast(:statuses as text[]),
                    cast(:at as timestamptz[]), cast(:errorCodes as text[]), cast(:errorTexts as text[]))
             as n (phone_number_id, wamid, status, at, error_code, error_text)
       order by n.wamid, n.status
      on conflict (tenant_id, kind, reference, status) do nothing
      """;

  private static final String TAKE =
      """
      with due as (
        select p.tenant_id, p.kind, p.reference, p.status, r.message_id, r.partial
          from message_status_parked p
          join message_reference r
            on r.tenant_id = p.tenant_id
           and r.kind = p.kind
           and r.reference = p.reference
         where p.parked_at >= :since
         order by p.parked_at
         limit 500
           for update of p skip locked
      )
      delete from message_status_parked p
       using due d
       where p.tenant_id = d.tenant_id
         and p.kind = d.kind
         and p.reference = d.reference
         and p.status = d.status
      returning p.tenant_id, d.message_id, d.partial, p.status, p.at, p.error_code, p.error_text
      """;

  private static final String DROP_OLD =
      """
      delete from message_status_parked p
       where p.parked_at < :before
      """;

  private final JdbcClient jdbc;

  ParkedStatusStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void park(TenantId tenant, List<StatusChange> changes, Instant now) {
    if (changes.isEmpty()) {
      return;
    }
    jdbc.sql(PARK)
        .param("tenantId", tenant.value())
        .param("phoneNumberIds", Columns.of(changes, StatusChange::phoneNumberId))
        .param("wamids", Columns.of(changes, StatusChange::wamid))
        .param("statuses", Columns.of(changes, change -> change.status().wireName()))
        .param("at", Columns.of(changes, StatusChange::at))
        .param("errorCodes", Columns.of(changes, StatusChange::errorCode))
        .param("errorTexts", Columns.of(changes, StatusChange::errorText))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Takes out the statuses whose message is known by now, of any tenants.
  List<StatusMove> takeKnownAcrossTenants(Instant now) {
    return jdbc.sql(TAKE)
        .param("since", now.minus(YOUNG).atOffset(ZoneOffset.UTC))
        .query(ParkedStatusStore::toMove)
        .list();
  }

  void dropOldAcrossTenants(Instant now) {
    jdbc.sql(DROP_OLD).param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
  }

  private static StatusMove toMove(ResultSet row, int number) throws SQLException {
    return new StatusMove(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("message_id", UUID.class),
        MessageStatus.ofWireName(row.getString("status")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("error_code"),
        row.getString("error_text"),
        row.getBoolean("partial"),
        null,
        null,
        null);
  }
}
