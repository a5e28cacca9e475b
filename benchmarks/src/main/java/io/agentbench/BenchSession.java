package io.agentbench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// A signed-in admin of a seeded tenant: the session is written where the service looks for it.
///
/// @param conversations how many the tenant has
record BenchSession(UUID tenant, String cookie, long conversations, int port) {

  /// @param rank 0 for the tenant with most conversations, 1 for the next
  static BenchSession open(BenchDatabase database, int port, int rank) throws Exception {
    byte[] random = new byte[32];
    ThreadLocalRandom.current().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    try (Connection connection = DriverManager.getConnection(database.url(), database.login());
        PreparedStatement insert =
            connection.prepareStatement(
                """
                with ranked as (
                  select t.tenant_id, sum(t.conversations)::bigint as conversations
                    from conversation_tally t
                   group by t.tenant_id
                   order by 2 desc, 1
                  offset ?
                   limit 1)
                insert into portal_session (tenant_id, id, user_id, token_hash, created_at, last_used_at,
                                            expires_at, absolute_expires_at)
                select u.tenant_id, gen_random_uuid(), u.id, ?, now(), now(), now() + interval '1 hour',
                       now() + interval '10 hours'
                  from ranked r
                  join portal_user u on u.tenant_id = r.tenant_id and u.genesys_user_id = 'seeded'
                returning tenant_id, (select r.conversations from ranked r)
                """)) {
      insert.setInt(1, rank);
      insert.setBytes(2, hash);
      try (var rows = insert.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException(
              "tenant " + rank + ": none (expected: ./portal bench seed)");
        }
        return new BenchSession(
            rows.getObject(1, UUID.class), "AGENT_PORTAL_SESSION=" + token, rows.getLong(2), port);
      }
    }
  }

  HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(10))
        .header("Cookie", cookie)
        .header("X-Portal-Background", "true")
        .build();
  }

  static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }
}
