package io.agentportal.conversations;

import io.agentportal.platform.db.UuidV7;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Drops the delivery history of old messages; the messages stay with their last status.
///
/// A message's id tells its age, so each tenant's oldest steps come first in the primary key.
@Component
class StepRetention {
  private static final int EACH = 1000;

  private static final String DROP_ACROSS_TENANTS =
      """
      with recursive known as (
        (select s.tenant_id
           from message_step s
          order by s.tenant_id
          limit 1)
        union all
        select (select s.tenant_id
                  from message_step s
                 where s.tenant_id > k.tenant_id
                 order by s.tenant_id
                 limit 1)
          from known k
         where k.tenant_id is not null)
      delete from message_step d
       using (select o.tenant_id, o.message_id, o.id
                from known k
               cross join lateral (
                     select s.tenant_id, s.message_id, s.id
                       from message_step s
                      where s.tenant_id = k.tenant_id
                        and s.message_id < cast(:before as uuid)
                      order by s.message_id, s.id
                      limit :each
                        for update skip locked) o) n
       where d.tenant_id = n.tenant_id
         and d.message_id = n.message_id
         and d.id = n.id
      """;

  private final JdbcClient jdbc;
  private final HistoryProperties properties;
  private final Clock clock;

  StepRetention(JdbcClient jdbc, HistoryProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void drop() {
    String before = UuidV7.lowest(clock.instant().minus(properties.keep())).toString();
    int dropped = 1;
    while (dropped > 0) {
      dropped = jdbc.sql(DROP_ACROSS_TENANTS).param("before", before).param("each", EACH).update();
    }
  }
}
