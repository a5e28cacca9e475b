package io.agentportal.conversations;

import io.agentportal.platform.db.UuidV7;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The monthly partitions (UTC) of `message`, made ahead. Their bounds are identifiers: those of
/// version 7 begin with the time of their making.
///
/// Every node does this; a lock lets one do it at a time. Names hold nothing but a month.
@Component
class MessagePartitions {
  private static final Logger LOG = LoggerFactory.getLogger(MessagePartitions.class);
  private static final int MONTHS_AHEAD = 2;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu_MM");
  private static final String LOCK = "select pg_advisory_xact_lock(0x6d736770)";

  /// Rather later than in the way of messages: tried again within hours.
  private static final String WAIT_BRIEFLY = "set local lock_timeout = '3s'";

  private static final String EXISTS = "select to_regclass(:name) is not null";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MessagePartitions(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Makes those of this month and the next ones, at start and a few times a day.
  @Scheduled(fixedDelay = 6, timeUnit = TimeUnit.HOURS)
  void prepare() {
    YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      create(month.plusMonths(ahead));
    }
  }

  private void create(YearMonth month) {
    String name = "message_" + MONTH.format(month);
    try {
      transaction.executeWithoutResult(_ -> {
        jdbc.sql(WAIT_BRIEFLY).update();
        jdbc.sql(LOCK).query((_, _) -> true).single();
        if (!jdbc.sql(EXISTS).param("name", name).query(Boolean.class).single()) {
          jdbc.sql(creation(name, month)).update();
        }
      });
    } catch (DataAccessException later) {
      LOG.atInfo()
          .setCause(later)
          .addKeyValue("partition", name)
          .log("The default partition takes this month's messages for now");
    }
  }

  private static String creation(String name, YearMonth month) {
    return """
    create table %s partition of message
      for values from ('%s') to ('%s')
      with (fillfactor = 85)
    """
        .formatted(name, lowest(month), lowest(month.plusMonths(1)));
  }

  private static String lowest(YearMonth month) {
    return UuidV7.lowest(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)).toString();
  }
}
