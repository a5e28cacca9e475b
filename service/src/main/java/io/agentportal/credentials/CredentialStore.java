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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `tenant_key` and `credential`. Every statement names one tenant.
@Repository
class CredentialStore {
  private static final String INSERT_KEY =
      """
      insert into tenant_key (tenant_id, sealed_key, created_at)
      values (:tenantId, :sealedKey, :createdAt)
      on conflict do nothing
      """;

  private static final String FIND_KEY =
      """
      select k.sealed_key
        from tenant_key k
       where k.tenant_id = :tenantId
      """;

  private static final String LOCK_KEY = FIND_KEY + " for update";

  private static final String KEYED = "select k.tenant_id from tenant_key k order by k.tenant_id";

  private static final String UPDATE_KEY =
      "update tenant_key k set sealed_key = :sealedKey where k.tenant_id = :tenantId";

  private static final String INSERT =
      """
      insert into credential
             (tenant_id, kind, version, sealed, masked_value, created_at, expires_at, never_expires,
             account, pending, warnings)
      values (:tenantId, :kind, :version, :sealed, :maskedValue, :createdAt, :expiresAt,
             :neverExpires, :account, :pending, :warnings)
      """;

  /// The previous version gets its overlap and stays for a return; whatever is older ends now, so
  /// that two live at most.
  private static final String RETIRE =
      """
      update credential c
         set accepted_until =
               case when c.version = :previous then :until else least(c.accepted_until, :now) end,
             sealed = case when c.version = :previous then c.sealed end
       where c.tenant_id = :tenantId
         and c.kind = :kind
         and c.version <= :previous
         and not c.pending
      """;

  private static final String UPDATE_FACTS =
      """
      update credential c
         set expires_at = :expiresAt,
             never_expires = :neverExpires,
             account = coalesce(:account, c.account),
             warnings = :warnings,
             checked_at = :now
       where c.tenant_id = :tenantId
         and c.kind = :kind
         and c.version = :version
      """;

  private static final String ADOPT =
      """
      update credential c
         set pending = false,
             accepted_until = :until
       where c.tenant_id = :tenantId
         and c.kind = :kind
         and c.version = :version
      """;

  private static final String ACTIVATE =
      """
      update credential c
         set pending = false
       where c.tenant_id = :tenantId
         and c.kind = :kind
         and c.version = :version
         and c.pending
      """;

  private static final String DELETE_PENDING =
      """
      delete from credential c
       where c.tenant_id = :tenantId
         and c.kind = :kind
         and c.version = :version
         and c.pending
      """;

  private static final String END_OVERLAP =
      """
      update credential c
         set accepted_until = :now
       where c.tenant_id = :tenantId
         and c.kind = :kind
         and c.accepted_until > :now
      """;

  private static final String COLUMNS =
      """
      select c.version, c.sealed, c.masked_value, c.created_at, c.expires_at, c.never_expires,
             c.account, c.accepted_until, c.pending, c.warnings
        from credential c
       where c.tenant_id = :tenantId
         and c.kind = :kind
      """;

  private static final String LIVE =
      COLUMNS
          + """
             and (c.accepted_until is null or c.accepted_until > :now)
           order by c.pending, c.version desc
          """;

  private static final String ALL = COLUMNS + " order by c.version desc";

  /// A version of a secret as it is kept.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record StoredCredential(
      int version,
      byte @Nullable [] sealed,
      String maskedValue,
      Instant createdAt,
      @Nullable Instant expiresAt,
      boolean neverExpires,
      @Nullable String account,
      @Nullable Instant acceptedUntil,
      boolean pending,
      List<String> warnings) {

    boolean isCurrent() {
      return acceptedUntil == null && !pending;
    }
  }

  private final JdbcClient jdbc;

  CredentialStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insertKeyIfAbsent(TenantId tenantId, byte[] sealedKey, Instant now) {
    jdbc.sql(INSERT_KEY)
        .param("tenantId", tenantId.value())
        .param("sealedKey", sealedKey)
        .param("createdAt", utc(now))
        .update();
  }

  Optional<byte[]> findKey(TenantId tenantId) {
    return jdbc.sql(FIND_KEY).param("tenantId", tenantId.value()).query(byte[].class).optional();
  }

  /// Also makes the tenant's writers queue up until the transaction ends.
  Optional<byte[]> lockKey(TenantId tenantId) {
    return jdbc.sql(LOCK_KEY).param("tenantId", tenantId.value()).query(byte[].class).optional();
  }

  /// The tenants that have a key.
  List<TenantId> keyedAcrossTenants() {
    return jdbc.sql(KEYED).query(UUID.class).list().stream().map(TenantId::new).toList();
  }

  void updateKey(TenantId tenantId, byte[] sealedKey) {
    jdbc.sql(UPDATE_KEY).param("tenantId", tenantId.value()).param("sealedKey", sealedKey).update();
  }

  void insert(TenantId tenantId, CredentialKind kind, StoredCredential credential) {
    jdbc.sql(INSERT)
        .param("tenantId", tenantId.value())
        .param("kind", kind.name())
        .param("version", credential.version())
        .param("sealed", credential.sealed())
        .param("maskedValue", credential.maskedValue())
        .param("createdAt", utc(credential.createdAt()))
        .param("expiresAt", utc(credential.expiresAt()))
        .param("neverExpires", credential.neverExpires())
        .param("account", credential.account())
        .param("pending", credential.pending())
        .param("warnings", credential.warnings().toArray(String[]::new))
        .update();
  }

  void retire(TenantId tenantId, CredentialKind kind, int previous, Instant until, Instant now) {
    jdbc.sql(RETIRE)
        .param("tenantId", tenantId.value())
        .param("kind", kind.name())
        .param("previous", previous)
        .param("until", utc(until))
        .param("now", utc(now))
        .update();
  }

  void updateFacts(
      TenantId tenantId, CredentialKind kind, int version, NewSecret facts, Instant now) {
    at(UPDATE_FACTS, tenantId, kind)
        .param("version", version)
        .param("expiresAt", utc(facts.expiresAt()))
        .param("neverExpires", facts.neverExpires())
        .param("account", facts.account())
        .param("warnings", facts.warnings().toArray(String[]::new))
        .param("now", utc(now))
        .update();
  }

  void adopt(TenantId tenantId, CredentialKind kind, int version, Instant until) {
    at(ADOPT, tenantId, kind).param("version", version).param("until", utc(until)).update();
  }

  /// False if that version is not pending.
  boolean activate(TenantId tenantId, CredentialKind kind, int version) {
    return at(ACTIVATE, tenantId, kind).param("version", version).update() == 1;
  }

  void deletePending(TenantId tenantId, CredentialKind kind, int version) {
    at(DELETE_PENDING, tenantId, kind).param("version", version).update();
  }

  int endOverlap(TenantId tenantId, CredentialKind kind, Instant now) {
    return at(END_OVERLAP, tenantId, kind).param("now", utc(now)).update();
  }

  /// All versions there ever were, the newest first.
  List<StoredCredential> all(TenantId tenantId, CredentialKind kind) {
    return jdbc.sql(ALL)
        .param("tenantId", tenantId.value())
        .param("kind", kind.name())
        .query((row, _) -> toCredential(row))
        .list();
  }

  /// The current version first, then a replaced one inside its overlap, then a pending one.
  List<StoredCredential> live(TenantId tenantId, CredentialKind kind, Instant now) {
    return jdbc.sql(LIVE)
        .param("tenantId", tenantId.value())
        .param("kind", kind.name())
        .param("now", utc(now))
        .query((row, _) -> toCredential(row))
        .list();
  }

  private JdbcClient.StatementSpec at(String sql, TenantId tenantId, CredentialKind kind) {
    return jdbc.sql(sql).param("tenantId", tenantId.value()).param("kind", kind.name());
  }

  private static StoredCredential toCredential(ResultSet row) throws SQLException {
    return new StoredCredential(
        row.getInt("version"),
        row.getBytes("sealed"),
        row.getString("masked_value"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        row.getBoolean("never_expires"),
        row.getString("account"),
        instant(row, "accepted_until"),
        row.getBoolean("pending"),
        List.of((String[]) row.getArray("warnings").getArray()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
