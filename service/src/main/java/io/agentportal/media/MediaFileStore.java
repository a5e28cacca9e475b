package io.agentportal.media;

import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `media_file`. Statements name one tenant, except where their method says otherwise.
@Repository
class MediaFileStore {
  private static final String COLUMNS =
      """
      f.tenant_id, f.id, f.message_id, f.direction, f.source, f.phone_number_id, f.claimed_kind, f.claimed_mime,
      f.claimed_sha256, f.file_name, f.state, f.problem_code, f.problem, f.attempts, f.mime, f.bytes, f.digest,
      f.remote_id, f.remote_until, f.created_at
      """;

  private static final String INSERT =
      """
      insert into media_file (tenant_id, id, message_id, direction, source, phone_number_id, claimed_kind, claimed_mime,
                              claimed_sha256, file_name, state, due_at, created_at, expires_at)
      select :tenantId, n.id, n.message_id, n.direction, n.source, n.phone_number_id, n.kind, n.mime,
             n.sha256, n.file_name, 'waiting', :now, :now, :expiresAt
        from unnest(cast(:ids as uuid[]), cast(:messageIds as uuid[]), cast(:directions as text[]),
                    cast(:sources as text[]), cast(:numbers as text[]), cast(:kinds as text[]), cast(:mimes as text[]),
                    cast(:digests as text[]), cast(:names as text[]))
             as n (id, message_id, direction, source, phone_number_id, kind, mime, sha256, file_name)
      """;

  private static final String FIND =
      "select " + COLUMNS + " from media_file f where f.tenant_id = :tenantId and f.id = :id";

  private static final String OF_MESSAGES =
      "select "
          + COLUMNS
          + " from media_file f where f.tenant_id = :tenantId and f.message_id = any(cast(:ids as"
          + " uuid[])) order by f.id";

  private static final String CLAIM =
      """
      update media_file f
         set due_at = :until, attempts = f.attempts + 1
       where f.tenant_id = :tenantId
         and f.id = :id
         and f.due_at <= :now
      returning
      """
          + COLUMNS;

  private static final String DUE =
      """
      select f.tenant_id, f.id
        from media_file f
       where f.due_at <= :now
       order by f.due_at
       limit :limit
      """;

  private static final String SETTLE =
      """
      update media_file f
         set state = :state, problem_code = :code, problem = :problem, due_at = :dueAt,
             mime = :mime, bytes = :bytes, digest = :digest
       where f.tenant_id = :tenantId
         and f.id = :id
         and f.state = 'waiting'
      """;

  private static final String REMOTE =
      """
      update media_file f
         set remote_id = :remoteId, remote_until = :until
       where f.tenant_id = :tenantId
         and f.id = :id
      """;

  private static final String EXPIRE =
      """
      with gone as (
        select f.tenant_id, f.id
          from media_file f
         where f.state = 'kept'
           and f.expires_at < :now
         order by f.expires_at
         limit :limit
           for update skip locked)
      update media_file f
         set state = 'expired', remote_id = null
        from gone
       where f.tenant_id = gone.tenant_id
         and f.id = gone.id
      returning f.tenant_id, f.digest
      """;

  private static final String USED =
      """
      select count(*)
        from media_file f
       where f.tenant_id = :tenantId
         and f.digest = :digest
         and f.state = 'kept'
      """;

  private final JdbcClient jdbc;

  MediaFileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The content of a file that is not kept any more.
  record Content(TenantId tenantId, String digest) {}

  /// What fetching has come to.
  ///
  /// @param dueAt null: nothing more to do
  record Result(
      FileStanding.State state,
      @Nullable String code,
      @Nullable String problem,
      @Nullable Instant dueAt,
      @Nullable String mime,
      long bytes,
      @Nullable String digest) {}

  void insert(TenantId tenant, List<ExpectedFile> files, Instant now, Duration retention) {
    jdbc.sql(INSERT)
        .param("tenantId", tenant.value())
        .param("now", utc(now))
        .param("expiresAt", utc(now.plus(retention)))
        .param("ids", Columns.of(files, ExpectedFile::id))
        .param("messageIds", Columns.of(files, ExpectedFile::messageId))
        .param(
            "directions", Columns.of(files, file -> file.fromCustomer() ? "inbound" : "outbound"))
        .param("sources", Columns.of(files, ExpectedFile::source))
        .param("numbers", Columns.of(files, ExpectedFile::phoneNumberId))
        .param("kinds", Columns.of(files, ExpectedFile::kind))
        .param("mimes", Columns.of(files, ExpectedFile::mime))
        .param("digests", Columns.of(files, ExpectedFile::sha256))
        .param("names", Columns.of(files, ExpectedFile::fileName))
        .update();
  }

  Optional<MediaFile> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenantId", tenant.value())
        .param("id", id)
        .query(MediaFileStore::toFile)
        .optional();
  }

  List<MediaFile> ofMessages(TenantId tenant, Collection<UUID> messageIds) {
    return jdbc.sql(OF_MESSAGES)
        .param("tenantId", tenant.value())
        .param("ids", Columns.of(messageIds, id -> id))
        .query(MediaFileStore::toFile)
        .list();
  }

  /// Takes a due file to fetch it; empty if it is not due or somebody else has it.
  Optional<MediaFile> claim(FileKey key, Instant now, Instant until) {
    return jdbc.sql(CLAIM)
        .param("tenantId", key.tenantId().value())
        .param("id", key.id())
        .param("now", utc(now))
        .param("until", utc(until))
        .query(MediaFileStore::toFile)
        .optional();
  }

  List<FileKey> dueAcrossTenants(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", utc(now))
        .param("limit", limit)
        .query((row, _) ->
            new FileKey(new TenantId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
        .list();
  }

  void settle(FileKey key, Result result) {
    jdbc.sql(SETTLE)
        .param("tenantId", key.tenantId().value())
        .param("id", key.id())
        .param("state", MediaFile.wireName(result.state()))
        .param("code", result.code())
        .param("problem", result.problem())
        .param("dueAt", result.dueAt() == null ? null : utc(result.dueAt()))
        .param("mime", result.mime())
        .param("bytes", result.bytes() < 0 ? null : result.bytes())
        .param("digest", result.digest())
        .update();
  }

  void uploaded(FileKey key, String remoteId, Instant until) {
    jdbc.sql(REMOTE)
        .param("tenantId", key.tenantId().value())
        .param("id", key.id())
        .param("remoteId", remoteId)
        .param("until", utc(until))
        .update();
  }

  List<Content> expireAcrossTenants(Instant now, int limit) {
    return jdbc.sql(EXPIRE)
        .param("now", utc(now))
        .param("limit", limit)
        .query(
            (row, _) -> new Content(new TenantId(row.getObject(1, UUID.class)), row.getString(2)))
        .list();
  }

  boolean isUsed(Content content) {
    return jdbc.sql(USED)
            .param("tenantId", content.tenantId().value())
            .param("digest", content.digest())
            .query(Long.class)
            .single()
        > 0;
  }

  private static MediaFile toFile(ResultSet row, int number) throws SQLException {
    long bytes = row.getLong("bytes");
    boolean sized = !row.wasNull();
    return new MediaFile(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new ExpectedFile(
            row.getObject("id", UUID.class),
            row.getObject("message_id", UUID.class),
            "inbound".equals(row.getString("direction")),
            row.getString("source"),
            row.getString("phone_number_id"),
            row.getString("claimed_kind"),
            row.getString("claimed_mime"),
            row.getString("claimed_sha256"),
            row.getString("file_name")),
        FileStanding.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("problem_code"),
        row.getString("problem"),
        row.getInt("attempts"),
        row.getString("mime"),
        sized ? bytes : -1,
        row.getString("digest"),
        row.getString("remote_id"),
        instant(row, "remote_until"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
