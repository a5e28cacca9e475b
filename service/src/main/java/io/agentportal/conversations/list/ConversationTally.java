package io.agentportal.conversations.list;

import io.agentportal.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Knows how many conversations there are of every kind on every day, without counting them.
///
/// Triggers note each change in `conversation_tally_change`; [TallyFolding] adds the notes up in
/// `conversation_tally`. Both together are right at any moment.
@Component
public class ConversationTally {
  private static final String COUNTED =
      """
      (select t.day, t.status, t.direction, t.phone_number_id, t.error_code, t.conversations
                from conversation_tally t
               where t.tenant_id = :tenantId
              union all
              select t.day, t.status, t.direction, t.phone_number_id, t.error_code, t.conversations
                from conversation_tally_change t
               where t.tenant_id = :tenantId) t
       where (cast(:status as text) is null or t.status = :status)
         and (cast(:direction as text) is null or t.direction = :direction)
         and (cast(:phoneNumberId as text) is null or t.phone_number_id = :phoneNumberId)
         and (cast(:errorCode as text) is null or t.error_code = :errorCode)\
      """;

  private static final String FACETS =
      """
      select t.status, t.direction, t.phone_number_id, t.error_code,
             coalesce(sum(t.conversations) filter (where t.day >= :firstDay and t.day < :endDay), 0)
               as in_whole_days
        from <counted>
       group by t.status, t.direction, t.phone_number_id, t.error_code
      having sum(t.conversations) > 0
      """
          .replace("<counted>", COUNTED);

  private static final String ALL =
      "select coalesce(sum(t.conversations), 0) from <counted>".replace("<counted>", COUNTED);

  private static final String DAY_AT =
      """
      select d.day, d.passed
        from (select t.day, sum(t.conversations) as here,
                     sum(sum(t.conversations)) over (order by t.day <direction>) - sum(t.conversations)
                       as passed
                from <counted>
                 and t.day >= :firstDay
                 and t.day < :endDay
               group by t.day) d
       where d.here > 0
         and d.passed + d.here > :skip
       order by d.day <direction>
       limit 1
      """
          .replace("<counted>", COUNTED);

  private static final String NEWEST_FIRST = DAY_AT.replace("<direction>", "desc");
  private static final String OLDEST_FIRST = DAY_AT.replace("<direction>", "asc");

  private final JdbcClient jdbc;

  public ConversationTally(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A day and how many conversations come before it.
  record Passed(LocalDate day, long conversations) {}

  /// How many of the tenant's conversations are `active`.
  public long active(TenantId tenantId) {
    return all(ListFilter.everything(tenantId).with(ConversationStatus.ACTIVE));
  }

  /// How many there are, whenever their last message was and whatever is searched for.
  long all(ListFilter filter) {
    return filter.bind(jdbc.sql(ALL)).query(Long.class).single();
  }

  /// The combinations that the filter lets through.
  List<Facet> facets(ListFilter filter) {
    return inDays(FACETS, filter)
        .query((row, _) ->
            new Facet(
                row.getString("status"),
                row.getString("direction"),
                row.getString("phone_number_id"),
                row.getString("error_code"),
                row.getLong("in_whole_days")))
        .list();
  }

  /// The day on which a position of the list lies, counted from the first of the range's whole days
  /// in the list's direction; empty if it lies behind them.
  Optional<Passed> dayAt(ListFilter filter, long skip, boolean newestFirst) {
    return inDays(newestFirst ? NEWEST_FIRST : OLDEST_FIRST, filter)
        .param("skip", skip)
        .query((row, _) -> new Passed(row.getObject("day", LocalDate.class), row.getLong("passed")))
        .optional();
  }

  private StatementSpec inDays(String sql, ListFilter filter) {
    return filter
        .bind(jdbc.sql(sql))
        .param("firstDay", filter.range().firstDay())
        .param("endDay", filter.range().endDay());
  }
}
