package io.agentportal.webhooks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The daily partitions (UTC) of `webhook_event`: made days ahead, dropped when they are old.
///
/// Every node does this; an advisory lock lets one do it at a time, and whoever comes later finds
/// it done. Names hold nothing but a date from the clock.
@Component
class WebhookPartitions {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookPartitions.class);
  private static final int DAYS_AHEAD = 3;
  private static final String PREFIX = "webhook_event_";
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private static final String LOCK = "select pg_advisory_xact_lock(0x77656270)";

  /// Rather later than in the way of calls: retried within the hour.
  private static final String WAIT_BRIEFLY = "set local lock_timeout = '3s'";

  private static final String LOCK_DEFAULT =
      "lock table webhook_event_default in access exclusive mode";

  private static final String EXISTING =
      """
      select c.relname
        from pg_inherits i
        join pg_class c
          on c.oid = i.inhrelid
       where i.inhparent = 'webhook_event'::regclass
         and c.relname <> 'webhook_event_default'
       order by c.relname
      """;

  private static final String UNREAD_BEFORE =
      """
      select exists (select 1
                       from webhook_pending p
                      where p.received_at < :end)
          or exists (select 1
                       from webhook_unread u
                      where u.received_at < :end)
      """;

  /// The default partition belongs to no day: what it has caught expires row by row.
  private static final String DELETE_STRAYS =
      """
      delete from webhook_event_default d
       where d.received_at < :keptFrom
         and not exists (select 1
                           from webhook_pending p
                          where p.received_at = d.received_at
                            and p.event_id = d.id)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final WebhookProperties properties;

  WebhookPartitions(
      JdbcClient jdbc, TransactionTemplate transaction, Clock clock, WebhookProperties properties) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.properties = properties;
  }

  /// Makes those of today and the next days. One that cannot be made now is made later: until then
  /// the default partition takes its calls.
  void prepareAcrossTenants() {
    LocalDate today = today();
    List<String> known = existing();
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      if (!known.contains(nameOf(day)) && !tryToCreate(day)) {
        return;
      }
    }
  }

  /// Drops the days that are older than the retention and completely routed.
  ///
  /// @return the first day that is kept
  LocalDate dropExpiredAcrossTenants() {
    LocalDate keptFrom = today().minusDays(properties.retentionDays());
    for (String partition : existing()) {
      LocalDate day = LocalDate.parse(partition.substring(PREFIX.length()), DAY);
      if (day.isBefore(keptFrom)) {
        drop(partition, day);
      }
    }
    jdbc.sql(DELETE_STRAYS)
        .param("keptFrom", keptFrom.atStartOfDay().atOffset(ZoneOffset.UTC))
        .update();
    return keptFrom;
  }

  private boolean tryToCreate(LocalDate day) {
    try {
      transaction.executeWithoutResult(_ -> create(day));
      return true;
    } catch (DataAccessException failure) {
      LOG.atWarn().addKeyValue("day", day).setCause(failure).log("the next hour tries again");
      return false;
    }
  }

  /// Attached rather than created in place: that does not lock out the inserts of the moment. What
  /// the default partition has caught for that day moves along; it is locked while this happens, or
  /// calls that arrive between moving and attaching would make attaching fail.
  private void create(LocalDate day) {
    jdbc.sql(LOCK).query((_, _) -> true).single();
    if (existing().contains(nameOf(day))) {
      return;
    }
    String name = nameOf(day);
    String range =
        "received_at >= '%1$s' and received_at < '%2$s'"
            .formatted(startOf(day), startOf(day.plusDays(1)));
    jdbc.sql(WAIT_BRIEFLY).update();
    jdbc.sql(LOCK_DEFAULT).update();
    jdbc.sql("create table %s (like webhook_event including all)".formatted(name)).update();
    jdbc.sql(
            "insert into %s select d.* from webhook_event_default d where %s"
                .formatted(name, range))
        .update();
    jdbc.sql("delete from webhook_event_default where %s".formatted(range)).update();
    jdbc.sql(
            "alter table webhook_event attach partition %s for values from ('%s') to ('%s')"
                .formatted(name, startOf(day), startOf(day.plusDays(1))))
        .update();
  }

  private void drop(String partition, LocalDate day) {
    var end = day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    if (jdbc.sql(UNREAD_BEFORE).param("end", end).query(Boolean.class).single()) {
      LOG.atWarn().addKeyValue("day", day).log("webhooks past their retention are not routed yet");
      return;
    }
    try {
      transaction.executeWithoutResult(_ -> {
        jdbc.sql(LOCK).query((_, _) -> true).single();
        jdbc.sql(WAIT_BRIEFLY).update();
        jdbc.sql("drop table if exists %s".formatted(partition)).update();
      });
      LOG.atInfo().addKeyValue("day", day).log("dropped the stored webhooks of a day");
    } catch (DataAccessException failure) {
      LOG.atWarn().addKeyValue("day", day).setCause(failure).log("the next hour tries again");
    }
  }

  private List<String> existing() {
    return jdbc.sql(EXISTING).query(String.class).list();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String nameOf(LocalDate day) {
    return PREFIX + DAY.format(day);
  }

  private static String startOf(LocalDate day) {
    return day + " 00:00:00+00";
  }
}
