package io.agentbench.seed;

import io.agentportal.platform.db.UuidV7;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fills a migrated database: one big tenant, and small ones with a hundredth of it each.
/// Everything goes through the tables as they are: indexes, triggers and constraints stay on.
public final class Seeding {
  /// The sandbox's two organisations come first, so that its people can look at the result.
  private static final List<String> ORGANISATIONS =
      List.of("cde89443-0e55-4cdc-b487-e14234e0dd21", "68b41a88-569d-4af5-a7e6-fa370bb1b651");

  private static final int CHUNK = 5_000;
  private static final int WORKERS = 2;

  private final String url;
  private final Properties login;

  /// @param login user and password
  public Seeding(String url, Properties login) {
    this.url = url;
    this.login = login;
  }

  /// How much to make.
  ///
  /// @param conversations of the big tenant
  public record Size(int tenants, long conversations, int messagesEach, int days) {
    private long conversationsOf(int tenant) {
      return tenant == 0 ? conversations : Math.max(10, conversations / 100);
    }
  }

  /// What was made.
  ///
  /// @param bigTenant the one with most conversations
  public record Made(UUID bigTenant, long rows, Duration took) {}

  public Made fill(Size size)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    long started = System.nanoTime();
    Instant now = Instant.now();
    Instant from = now.minus(Duration.ofDays(size.days()));
    partitions(from, now);
    long rows = 0;
    UUID big = null;
    for (int number = 0; number < size.tenants(); number++) {
      UUID id = tenant(number, from);
      big = big == null ? id : big;
      var tenant =
          new SeededTenant(
              id, number, size.conversationsOf(number), size.messagesEach(), from, now);
      rows += fill(tenant);
      System.out.printf("tenant %d of %d: %,d rows so far%n", number + 1, size.tenants(), rows);
    }
    settle();
    if (big == null) {
      throw new IllegalArgumentException("tenants: 0 (expected: at least 1)");
    }
    return new Made(big, rows, Duration.ofNanos(System.nanoTime() - started));
  }

  private long fill(SeededTenant tenant)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    var sums = new TrafficSums();
    long rows = 0;
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<Long>> loading = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        long first = (long) worker * CHUNK;
        loading.add(workers.submit(() -> load(tenant, first, sums)));
      }
      for (Future<Long> each : loading) {
        rows += each.get();
      }
    }
    try (Connection connection = open()) {
      sums.send(tenant.id(), connection);
    }
    return rows;
  }

  /// Every second chunk, so that two workers move through time together.
  private long load(SeededTenant tenant, long first, TrafficSums sums)
      throws SQLException, IOException {
    long rows = 0;
    try (Connection connection = open()) {
      for (long at = first; at < tenant.conversations(); at += (long) CHUNK * WORKERS) {
        var chunk = new Chunk(tenant, at);
        for (long i = at; i < Math.min(at + CHUNK, tenant.conversations()); i++) {
          chunk.make(i);
        }
        rows += chunk.load(connection);
        synchronized (sums) {
          sums.plus(chunk.sums());
        }
      }
    }
    return rows;
  }

  /// The tenant of an organisation, with somebody who may sign in.
  private UUID tenant(int number, Instant createdAt) throws SQLException {
    String organisation =
        number < ORGANISATIONS.size()
            ? ORGANISATIONS.get(number)
            : UUID.nameUUIDFromBytes(("seed " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    try (Connection connection = open();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                with made as (
                  insert into tenant (id, genesys_org_id, name, region, zone, locale, onboarded_at, created_at)
                  values (gen_random_uuid(), ?, ?, 'us-east-1', 'Europe/Berlin', 'en', now(), ?)
                  on conflict (genesys_org_id) do update set onboarded_at = coalesce(tenant.onboarded_at, now())
                  returning id)
                insert into portal_user (tenant_id, id, genesys_user_id, email, name, role, created_at, last_login_at)
                select m.id, gen_random_uuid(), 'seeded', 'seeded@example.com', 'Seeded Admin', 'admin', now(), now()
                  from made m
                on conflict (tenant_id, genesys_user_id) do update set last_login_at = now()
                returning tenant_id
                """)) {
      insert.setString(1, organisation);
      insert.setString(2, "Seeded tenant " + (number + 1));
      insert.setObject(3, createdAt.atOffset(ZoneOffset.UTC));
      try (var rows = insert.executeQuery()) {
        rows.next();
        return rows.getObject(1, UUID.class);
      }
    }
  }

  /// The months behind us: the service makes only those ahead.
  private void partitions(Instant from, Instant to) throws SQLException {
    YearMonth last = YearMonth.from(to.atOffset(ZoneOffset.UTC));
    for (YearMonth month = YearMonth.from(from.atOffset(ZoneOffset.UTC));
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      run(
          """
          create table if not exists message_%d_%02d partition of message
            for values from ('%s') to ('%s')
            with (fillfactor = 85)
          """
              .formatted(
                  month.getYear(),
                  month.getMonthValue(),
                  lowest(month),
                  lowest(month.plusMonths(1))));
    }
  }

  private static UUID lowest(YearMonth month) {
    return UuidV7.lowest(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private void settle() throws SQLException {
    run("vacuum (analyze)");
    run("checkpoint");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url, login);
  }
}
