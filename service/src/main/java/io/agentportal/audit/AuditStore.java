package io.agentportal.audit;

import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `audit_entry` and `audit_head`. Every statement names one tenant.
@Repository
class AuditStore {
  private static final String OPEN_CHAIN =
      """
      insert into audit_head (tenant_id, sequence, hash)
      values (:tenantId, 0, :hash)
      on conflict do nothing
      """;

  private static final String LOCK_HEAD =
      """
      select h.sequence, h.hash
        from audit_head h
       where h.tenant_id = :tenantId
         for update
      """;

  private static final String FIND_HEAD =
      """
      select h.sequence, h.hash
        from audit_head h
       where h.tenant_id = :tenantId
      """;

  private static final String INSERT =
      """
      insert into audit_entry
             (tenant_id, sequence, at, actor, action, subject, details, request_id, address, hash)
      values (:tenantId, :sequence, :at, :actor, :action, :subject, :details::json, :requestId,
             :address, :hash)
      """;

  private static final String MOVE_HEAD =
      """
      update audit_head h
         set sequence = :sequence,
             hash = :hash
       where h.tenant_id = :tenantId
      """;

  static final String COLUMNS =
      """
      select e.tenant_id, e.sequence, e.at, e.actor, e.action, e.subject, e.details::text as details,
             e.request_id, e.address, e.hash
      """;

  private static final String ABOUT =
      COLUMNS
          + """
                from audit_entry e
           where e.tenant_id = :tenantId
             and e.subject = :subject
           order by e.sequence desc
           limit :limit
          """;

  private static final String AFTER =
      COLUMNS
          + """
                from audit_entry e
           where e.tenant_id = :tenantId
             and e.sequence > :sequence
           order by e.sequence
           limit :limit
          """;

  /// The newest entry of a chain.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Head(long sequence, byte[] hash) {}

  /// A row and the hash stored beside it.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Hashed(StoredEntry entry, byte[] hash) {}

  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Holds the tenant's chain until the transaction ends, so that entries follow one another.
  Head lockHead(TenantId tenantId) {
    jdbc.sql(OPEN_CHAIN)
        .param("tenantId", tenantId.value())
        .param("hash", StoredEntry.NOTHING_BEFORE)
        .update();
    return head(LOCK_HEAD, tenantId).orElseThrow();
  }

  Optional<Head> findHead(TenantId tenantId) {
    return head(FIND_HEAD, tenantId);
  }

  private Optional<Head> head(String sql, TenantId tenantId) {
    return jdbc.sql(sql)
        .param("tenantId", tenantId.value())
        .query((row, _) -> new Head(row.getLong("sequence"), row.getBytes("hash")))
        .optional();
  }

  void append(StoredEntry entry, byte[] hash) {
    jdbc.sql(INSERT)
        .param("tenantId", entry.tenantId())
        .param("sequence", entry.sequence())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("details", entry.details())
        .param("requestId", entry.requestId())
        .param("address", entry.address())
        .param("hash", hash)
        .update();
  }

  void moveHead(TenantId tenantId, Head head) {
    jdbc.sql(MOVE_HEAD)
        .param("tenantId", tenantId.value())
        .param("sequence", head.sequence())
        .param("hash", head.hash())
        .update();
  }

  /// Newest first.
  List<StoredEntry> about(TenantId tenantId, String subject, int limit) {
    return jdbc.sql(ABOUT)
        .param("tenantId", tenantId.value())
        .param("subject", subject)
        .param("limit", limit)
        .query((row, _) -> toHashed(row).entry())
        .list();
  }

  /// Oldest first.
  List<Hashed> after(TenantId tenantId, long sequence, int limit) {
    return jdbc.sql(AFTER)
        .param("tenantId", tenantId.value())
        .param("sequence", sequence)
        .param("limit", limit)
        .query((row, _) -> toHashed(row))
        .list();
  }

  static Hashed toHashed(ResultSet row) throws SQLException {
    return new Hashed(
        new StoredEntry(
            row.getObject("tenant_id", UUID.class),
            row.getLong("sequence"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("details"),
            row.getString("request_id"),
            row.getString("address")),
        row.getBytes("hash"));
  }
}
