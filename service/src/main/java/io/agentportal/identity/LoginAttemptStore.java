package io.agentportal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `login_attempt`. Belongs to no tenant: who signs in shows later.
@Repository
class LoginAttemptStore {
  private static final String INSERT =
      """
      insert into login_attempt
             (state_hash, browser_hash, code_challenge, redirect_uri, region, return_to, expires_at)
      values (:stateHash, :browserHash, :codeChallenge, :redirectUri, :region, :returnTo, :expiresAt)
      """;

  private static final String TAKE =
      """
      delete from login_attempt a
       where a.state_hash = :stateHash
         and a.browser_hash = :browserHash
      returning a.code_challenge, a.redirect_uri, a.region, a.return_to, a.expires_at
      """;

  private static final String DELETE_EXPIRED =
      "delete from login_attempt a where a.expires_at <= :now";

  private final JdbcClient jdbc;

  LoginAttemptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(LoginAttempt attempt, byte[] stateHash, byte[] browserHash) {
    jdbc.sql(INSERT)
        .param("stateHash", stateHash)
        .param("browserHash", browserHash)
        .param("codeChallenge", attempt.codeChallenge())
        .param("redirectUri", attempt.redirectUri())
        .param("region", attempt.region())
        .param("returnTo", attempt.returnTo())
        .param("expiresAt", attempt.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Removes and returns it, so that of two callbacks at once only one gets it.
  Optional<LoginAttempt> take(byte[] stateHash, byte[] browserHash) {
    return jdbc.sql(TAKE)
        .param("stateHash", stateHash)
        .param("browserHash", browserHash)
        .query((row, _) -> toAttempt(row))
        .optional();
  }

  int deleteExpired(Instant now) {
    return jdbc.sql(DELETE_EXPIRED).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  private static LoginAttempt toAttempt(ResultSet row) throws SQLException {
    return new LoginAttempt(
        row.getString("code_challenge"),
        row.getString("redirect_uri"),
        row.getString("region"),
        row.getString("return_to"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
