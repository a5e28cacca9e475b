package io.agentportal.conversations;

import io.agentportal.conversations.ConversationSearch.ById;
import io.agentportal.conversations.ConversationSearch.ByText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The read model of the conversation list.
///
/// A page without a search is picked from an index that has the list's order; only its rows are
/// then read and joined. A search is answered in two bounded steps: if many conversations match,
/// the page is probably among the newest ones, which are read in the list's order; if not, the
/// trigram index finds all matches. One statement for both lets the planner guess, and a wrong
/// guess walks the whole table.
@Component
class ConversationListQueries {
  private static final int TIMEOUT_SECONDS = 5;

  /// How many conversations the first step of a search looks at.
  private static final int WINDOW = 20_000;

  /// From how many matches on the first step is worth its while.
  private static final int COMMON = 2_000;

  private static final String BY_STATUS = "and c.status = :status";
  private static final String BY_ID = "and (c.id = :key or c.genesys_conversation_id = :genesysId)";
  private static final String BY_TEXT =
      """
      and ((c.contact_name || ' ' || c.wa_id) ilike :pattern
             or (c.contact_name || ' ' || c.wa_id) ilike :otherPattern)\
      """;
  private static final String BY_NAME =
      "and (c.contact_name ilike :pattern or c.contact_name ilike :otherPattern)";

  private static final String COUNT =
      """
      select count(*)
        from conversation c
       where c.tenant_id = :tenantId
         <status> <match>
      """;

  private static final String PAGE =
      """
      select c.id
        from conversation c
       where c.tenant_id = :tenantId
         <status> <match>
       order by <order>
      offset :skip
       limit :limit
      """;

  private static final String PAGE_OF_RECENT =
      """
      select c.id
        from (select c.id, c.contact_name, c.wa_id, c.last_activity_at, c.created_at
                from conversation c
               where c.tenant_id = :tenantId
                 <status>
               order by <order>
               limit :window) c
       where true
         <match>
       order by <order>
      offset :skip
       limit :limit
      """;

  private static final String PAGE_OF_MATCHING =
      """
      select c.id
        from (with matching as materialized (
                select c.id, c.last_activity_at, c.created_at
                  from conversation c
                 where c.tenant_id = :tenantId
                   <status> <match>)
              select m.id, m.last_activity_at, m.created_at from matching m) c
       order by <order>
      offset :skip
       limit :limit
      """;

  private static final String ROWS =
      """
      select <columns>
        from (<page>) picked
        join conversation c on c.tenant_id = :tenantId and c.id = picked.id
        join contact p on p.tenant_id = c.tenant_id and p.id = c.contact_id
       order by <order>
      """;

  private final JdbcClient jdbc;

  ConversationListQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What to list.
  record Filter(
      TenantId tenantId,
      Optional<ConversationStatus> status,
      Optional<ConversationSearch> search,
      ConversationOrder order) {}

  /// How many conversations the filter lets through.
  ///
  /// @throws PortalException `SERVICE_UNAVAILABLE` if a search takes too long
  long count(Filter filter) {
    return bounded(() -> statement(COUNT, filter).query(Long.class).single());
  }

  /// One page of them; empty past the end.
  ///
  /// @param total what [#count] gave for the same filter
  List<ConversationSummary> page(Filter filter, int page, int pageSize, long total) {
    long skip = (page - 1L) * pageSize;
    if (skip >= total) {
      return List.of();
    }
    if (filter.search().filter(ByText.class::isInstance).isEmpty()) {
      return rows(PAGE, filter, skip, pageSize);
    }
    if (total >= COMMON) {
      List<ConversationSummary> recent = rows(PAGE_OF_RECENT, filter, skip, pageSize);
      if (recent.size() == Math.min(pageSize, total - skip)) {
        return recent;
      }
    }
    return rows(PAGE_OF_MATCHING, filter, skip, pageSize);
  }

  private List<ConversationSummary> rows(String page, Filter filter, long skip, int limit) {
    String sql = ROWS.replace("<columns>", ConversationRows.COLUMNS).replace("<page>", page);
    return bounded(() ->
        statement(sql, filter)
            .param("skip", skip)
            .param("limit", limit)
            .param("window", WINDOW)
            .query(ConversationRows::toSummary)
            .list());
  }

  private StatementSpec statement(String template, Filter filter) {
    String sql =
        template
            .replace("<status>", filter.status().isPresent() ? BY_STATUS : "")
            .replace("<match>", filter.search().map(ConversationListQueries::match).orElse(""))
            .replace("<order>", filter.order().orderBy());
    StatementSpec statement =
        jdbc.sql(sql)
            .withQueryTimeout(TIMEOUT_SECONDS)
            .param("tenantId", filter.tenantId().value());
    filter.status().ifPresent(status -> statement.param("status", status.wireName()));
    filter.search().ifPresent(search -> bind(statement, search));
    return statement;
  }

  private static String match(ConversationSearch search) {
    return switch (search) {
      case ById _ -> BY_ID;
      case ByText text when text.namesOnly() -> BY_TEXT + "\n" + BY_NAME;
      case ByText _ -> BY_TEXT;
    };
  }

  private static void bind(StatementSpec statement, ConversationSearch search) {
    switch (search) {
      case ById(var key) -> statement.param("key", key.value()).param("genesysId", key.toString());
      case ByText(var pattern, var otherPattern, _) ->
          statement.param("pattern", pattern).param("otherPattern", otherPattern);
    }
  }

  private static <T> T bounded(Supplier<T> query) {
    try {
      return query.get();
    } catch (QueryTimeoutException e) {
      throw new PortalException(
          ErrorCode.SERVICE_UNAVAILABLE, "This search takes too long. Please search for more.");
    }
  }
}
