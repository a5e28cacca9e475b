package io.agentportal.platform.crypto;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `master_key_check`: one known value, sealed when the database got its first key. It
/// belongs to no tenant.
class MasterKeyCheckStore {
  private static final String FIND = "select c.sealed from master_key_check c";

  private static final String INSERT =
      """
      insert into master_key_check (sealed, created_at)
      values (:sealed, :createdAt)
      on conflict do nothing
      """;

  private static final String UPDATE = "update master_key_check set sealed = :sealed";

  private final JdbcClient jdbc;

  MasterKeyCheckStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<byte[]> find() {
    return jdbc.sql(FIND).query(byte[].class).optional();
  }

  void insertIfAbsent(byte[] sealed, Instant now) {
    jdbc.sql(INSERT)
        .param("sealed", sealed)
        .param("createdAt", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(byte[] sealed) {
    jdbc.sql(UPDATE).param("sealed", sealed).update();
  }
}
