package io.agentportal.identity.confirmation;

import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.tenancy.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `confirmation_attempt` and `confirmation`.
@Repository
class ConfirmationStore {
  private static final String BEGIN =
      """
      insert into confirmation_attempt
             (state_hash, tenant_id, session_id, purpose, redirect_uri, sealed_verifier, expires_at)
      values (:hash, :tenantId, :sessionId, :purpose, :redirectUri, :sealedVerifier, :expiresAt)
      """;

  /// Of two returns at once only one gets it; another session's return leaves it where it is.
  private static final String TAKE =
      """
      delete from confirmation_attempt a
       where a.state_hash = :hash
         and a.tenant_id = :tenantId
         and a.session_id = :sessionId
      returning a.purpose, a.redirect_uri, a.sealed_verifier, a.expires_at
      """;

  private static final String GIVE =
      """
      insert into confirmation (token_hash, tenant_id, session_id, purpose, expires_at)
      values (:hash, :tenantId, :sessionId, :purpose, :expiresAt)
      """;

  private static final String WHERE =
      """
       where c.token_hash = :hash
         and c.tenant_id = :tenantId
         and c.session_id = :sessionId
         and c.purpose = :purpose
         and c.expires_at > :now
      """;

  private static final String IS_GOOD = "select count(*) from confirmation c" + WHERE;

  private static final String USE = "delete from confirmation c" + WHERE;

  private static final String DELETE_EXPIRED_ATTEMPTS =
      "delete from confirmation_attempt a where a.expires_at <= :now";

  private static final String DELETE_EXPIRED =
      "delete from confirmation c where c.expires_at <= :now";

  private static final String PERSON =
      """
      select t.genesys_org_id, u.genesys_user_id
        from portal_user u
        join tenant t
          on t.id = u.tenant_id
       where u.tenant_id = :tenantId
         and u.id = :userId
      """;

  /// Whose confirmation, of which session.
  record Place(TenantId tenantId, UUID sessionId) {}

  /// @param sealedVerifier of the authorize request
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Attempt(
      ConfirmationPurpose purpose, String redirectUri, byte[] sealedVerifier, Instant expiresAt) {}

  /// A person as Genesys knows them.
  record Person(String organizationId, String userId) {}

  private final JdbcClient jdbc;

  ConfirmationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(Place place, byte[] stateHash, Attempt attempt) {
    at(BEGIN, place, stateHash)
        .param("purpose", attempt.purpose().wireName())
        .param("redirectUri", attempt.redirectUri())
        .param("sealedVerifier", attempt.sealedVerifier())
        .param("expiresAt", attempt.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Attempt> take(Place place, byte[] stateHash) {
    return at(TAKE, place, stateHash).query((row, _) -> toAttempt(row)).optional();
  }

  void give(Place place, byte[] tokenHash, ConfirmationPurpose purpose, Instant expiresAt) {
    at(GIVE, place, tokenHash)
        .param("purpose", purpose.wireName())
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean isGood(Place place, byte[] tokenHash, ConfirmationPurpose purpose, Instant now) {
    return at(IS_GOOD, place, tokenHash)
            .param("purpose", purpose.wireName())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        == 1;
  }

  /// False if there is none that is still good; of two uses at once one gets true.
  boolean use(Place place, byte[] tokenHash, ConfirmationPurpose purpose, Instant now) {
    return at(USE, place, tokenHash)
            .param("purpose", purpose.wireName())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Person> person(TenantId tenantId, UserId userId) {
    return jdbc.sql(PERSON)
        .param("tenantId", tenantId.value())
        .param("userId", userId.value())
        .query((row, _) ->
            new Person(row.getString("genesys_org_id"), row.getString("genesys_user_id")))
        .optional();
  }

  void deleteExpiredAcrossTenants(Instant now) {
    jdbc.sql(DELETE_EXPIRED_ATTEMPTS).param("now", now.atOffset(ZoneOffset.UTC)).update();
    jdbc.sql(DELETE_EXPIRED).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  private JdbcClient.StatementSpec at(String sql, Place place, byte[] hash) {
    return jdbc.sql(sql)
        .param("hash", hash)
        .param("tenantId", place.tenantId().value())
        .param("sessionId", place.sessionId());
  }

  private static Attempt toAttempt(ResultSet row) throws SQLException {
    return new Attempt(
        ConfirmationPurpose.find(row.getString("purpose")).orElseThrow(),
        row.getString("redirect_uri"),
        row.getBytes("sealed_verifier"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
