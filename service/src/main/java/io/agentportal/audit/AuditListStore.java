package io.agentportal.audit;

import io.agentportal.audit.AuditStore.Hashed;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads a tenant's trail as an auditor does: filtered, by page, or from its first entry on.
@Repository
class AuditListStore {
  private static final String WHERE =
      """
        from audit_entry e
       where e.tenant_id = :tenantId
         and (cast(:action as text) is null
              or e.action = :action
              or starts_with(e.action, :action || '.'))
         and (cast(:actor as text) is null or e.actor = :actor)
         and (cast(:subject as text) is null
              or e.subject = :subject
              or starts_with(e.subject, :subject || ':'))
         and (cast(:from as timestamptz) is null or e.at >= :from)
         and (cast(:to as timestamptz) is null or e.at < :to)
      """;

  private static final String COUNT = "select count(*)\n" + WHERE;

  private static final String PAGE =
      AuditStore.COLUMNS + WHERE + " order by e.sequence desc limit :limit offset :offset";

  private static final String AFTER =
      AuditStore.COLUMNS + WHERE + " and e.sequence > :sequence order by e.sequence limit :limit";

  private final JdbcClient jdbc;

  AuditListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long count(TenantId tenantId, AuditFilter filter) {
    return filtered(COUNT, tenantId, filter).query(Long.class).single();
  }

  /// Newest first.
  List<StoredEntry> page(TenantId tenantId, AuditFilter filter, int page, int pageSize) {
    return filtered(PAGE, tenantId, filter)
        .param("limit", pageSize)
        .param("offset", (page - 1L) * pageSize)
        .query((row, _) -> AuditStore.toHashed(row).entry())
        .list();
  }

  /// Oldest first, from the entry after `sequence` on.
  List<Hashed> after(TenantId tenantId, AuditFilter filter, long sequence, int limit) {
    return filtered(AFTER, tenantId, filter)
        .param("sequence", sequence)
        .param("limit", limit)
        .query((row, _) -> AuditStore.toHashed(row))
        .list();
  }

  private JdbcClient.StatementSpec filtered(String sql, TenantId tenantId, AuditFilter filter) {
    return jdbc.sql(sql)
        .param("tenantId", tenantId.value())
        .param("action", filter.action())
        .param("actor", filter.actor())
        .param("subject", filter.subject())
        .param("from", utc(filter.from()))
        .param("to", utc(filter.to()));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
