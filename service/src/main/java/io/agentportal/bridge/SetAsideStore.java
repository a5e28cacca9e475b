package io.agentportal.bridge;

import io.agentportal.bridge.Intake.Notice;
import io.agentportal.bridge.Intake.SetAside;
import io.agentportal.platform.db.Columns;
import io.agentportal.platform.db.UuidV7;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `webhook_set_aside` and `account_notice`: what is kept and shown but not carried.
/// Every row names its tenant, where anybody knows it.
@Repository
class SetAsideStore {
  private static final String KEEP =
      """
      insert into webhook_set_aside (id, tenant_id, event_id, source, reason, raw, at)
      select n.id, n.tenant_id, n.event_id, n.source, n.reason, n.raw, :now
        from unnest(cast(:ids as uuid[]), cast(:tenantIds as uuid[]), cast(:eventIds as bigint[]),
                    cast(:sources as text[]), cast(:reasons as text[]), cast(:raw as text[]))
             as n (id, tenant_id, event_id, source, reason, raw)
      """;

  private static final String KEEP_NOTICES =
      """
      insert into account_notice (tenant_id, id, event_id, field, waba_id, phone_number_id, raw, at, received_at,
                                  severity, text)
      select n.tenant_id, n.id, n.event_id, n.field, n.waba_id, n.phone_number_id, n.raw, n.at, :now,
             n.severity, n.text
        from unnest(cast(:tenantIds as uuid[]), cast(:ids as uuid[]), cast(:eventIds as bigint[]),
                    cast(:fields as text[]), cast(:wabaIds as text[]), cast(:phoneNumberIds as text[]),
                    cast(:raw as text[]), cast(:at as timestamptz[]), cast(:severities as text[]),
                    cast(:texts as text[]))
             as n (tenant_id, id, event_id, field, waba_id, phone_number_id, raw, at, severity, text)
      """;

  private static final String DELETE_BEFORE =
      """
      delete from webhook_set_aside s
       where s.at < :before
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  SetAsideStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void keep(List<SetAside> items) {
    if (items.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    jdbc.sql(KEEP)
        .param("ids", Columns.of(items, _ -> UuidV7.next(now)))
        .param("tenantIds", Columns.of(items, SetAside::tenantId))
        .param("eventIds", Columns.of(items, SetAside::eventId))
        .param("sources", Columns.of(items, SetAside::source))
        .param("reasons", Columns.of(items, SetAside::reason))
        .param("raw", Columns.of(items, SetAside::raw))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void deleteBeforeAcrossTenants(Instant before) {
    jdbc.sql(DELETE_BEFORE).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }

  void keepNotices(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    jdbc.sql(KEEP_NOTICES)
        .param("tenantIds", Columns.of(notices, Notice::tenantId))
        .param("ids", Columns.of(notices, _ -> UuidV7.next(now)))
        .param("eventIds", Columns.of(notices, Notice::eventId))
        .param("fields", Columns.of(notices, Notice::field))
        .param("wabaIds", Columns.of(notices, Notice::wabaId))
        .param("phoneNumberIds", Columns.of(notices, Notice::phoneNumberId))
        .param("raw", Columns.of(notices, Notice::raw))
        .param("at", Columns.of(notices, Notice::at))
        .param("severities", Columns.of(notices, Notice::severity))
        .param("texts", Columns.of(notices, Notice::text))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
