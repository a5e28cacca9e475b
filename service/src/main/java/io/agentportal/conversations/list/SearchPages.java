package io.agentportal.conversations.list;

import io.agentportal.conversations.list.ConversationSearch.ById;
import io.agentportal.conversations.list.ConversationSearch.ByText;
import io.agentportal.conversations.list.ConversationSearch.ByUserId;
import io.agentportal.conversations.list.ConversationSearch.ByWamid;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Totals and pages of searches.
///
/// The text is found in the directory, a narrow table with a trigram index that no message touches.
/// If much matches, a page is full after a short walk in the list's order; if not, all matches are
/// gathered and sorted. One statement for both lets the planner guess, and a wrong guess walks the
/// whole list.
@Component
class SearchPages {
  private static final String COUNT =
      """
      select count(*)
        from conversation_directory d
       where d.tenant_id = :tenantId
         and <match>
      """;

  private static final String COUNT_FILTERED =
      """
      select count(*)
        from conversation_directory d
       cross join lateral (
             select 1
               from conversation c
              where c.tenant_id = :tenantId
                and c.id = d.id
                and <conditions>
             offset 0) c
       where d.tenant_id = :tenantId
         and <match>
      """;

  private static final String GATHER =
      """
      with matching as materialized (
        select d.id, d.name, d.address, d.created_at
          from conversation_directory d
         where d.tenant_id = :tenantId
           and <match>)
      select d.id
        from matching d
       cross join lateral (
             select c.id, c.last_activity_at, c.message_count, c.status
               from conversation c
              where c.tenant_id = :tenantId
                and c.id = d.id
                and <conditions>
             offset 0) c
       order by <order>
      offset :skip
       limit :limit
      """;

  private static final String WALK_CONVERSATIONS =
      """
      select c.id
        from (select c.id, c.last_activity_at, c.message_count
                from conversation c
               where c.tenant_id = :tenantId
                 and <conditions>
               order by <order>
               limit :window) c
       cross join lateral (
             select 1
               from conversation_directory d
              where d.tenant_id = :tenantId
                and d.id = c.id
                and <match>
             offset 0) d
       order by <order>
      offset :skip
       limit :limit
      """;

  private static final String WALK_DIRECTORY =
      """
      select d.id
        from (select d.id, d.name, d.address, d.created_at
                from conversation_directory d
               where d.tenant_id = :tenantId
               order by <order>
               limit :window) d
       cross join lateral (
             select 1
               from conversation c
              where c.tenant_id = :tenantId
                and c.id = d.id
                and <conditions>
             offset 0) c
       where <match>
       order by <order>
      offset :skip
       limit :limit
      """;

  private static final String FEW =
      """
      select c.id
        from conversation c
       cross join lateral (
             select d.id, d.name, d.address, d.created_at
               from conversation_directory d
              where d.tenant_id = c.tenant_id
                and d.id = c.id) d
       where c.tenant_id = :tenantId
         and <match>
         and <conditions>
       order by <order>
       limit 10000
      """;

  private static final String BY_ID = "(c.id = :key or c.genesys_conversation_id = :genesysId)";
  private static final String BY_WAMID =
      """
      c.id in (select r.conversation_id
                      from message_reference r
                     where r.tenant_id = :tenantId
                       and r.kind = any (cast(:wamidKinds as text[]))
                       and r.reference = :wamid)\
      """;
  private static final String BY_USER_ID =
      """
      c.contact_id in (select p.id
                              from contact p
                             where p.tenant_id = :tenantId
                               and p.user_id = :userId)\
      """;
  private static final String BY_NAME = "d.name like lower(:pattern)";
  private static final String BY_NAME_OR_ADDRESS =
      "(d.name like lower(:pattern) or d.address like lower(:pattern))";
  private static final String BY_WORDS_OF_NAME =
      "(d.name like lower(:pattern) or d.name like lower(:otherPattern))";
  private static final String BY_WORDS_OR_ADDRESS =
      """
      (d.name like lower(:pattern) or d.name like lower(:otherPattern)
                 or d.address like lower(:pattern))\
      """;

  private final JdbcClient jdbc;

  SearchPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many conversations match text and filter.
  long count(ListFilter filter, ByText text) {
    boolean filtered = filter.hasFacets() || !filter.range().isOpen();
    return bound(filtered ? COUNT_FILTERED : COUNT, filter, text).query(Long.class).single();
  }

  /// One page of them.
  ///
  /// @param matching what [#count] gave
  /// @param all how many the filter alone lets through
  List<UUID> page(ListFilter filter, ByText text, Portion portion, long matching, long all) {
    boolean walks =
        !portion.isGathered(matching, all)
            && filter.order().column() != ConversationOrder.Column.STATUS;
    if (walks) {
      String walk = filter.order().column().isInDirectory() ? WALK_DIRECTORY : WALK_CONVERSATIONS;
      List<UUID> found = ids(walk, filter, text, portion, matching, all);
      if (found.size() == portion.expected(matching)) {
        return found;
      }
    }
    return ids(GATHER, filter, text, portion, matching, all);
  }

  /// Everything that an id names, in the list's order: a handful.
  List<UUID> few(ListFilter filter, ConversationSearch search, List<String> phoneNumberIds) {
    return bound(FEW, filter, search)
        .param(
            "wamidKinds", phoneNumberIds.stream().map(id -> "wamid:" + id).toArray(String[]::new))
        .query(UUID.class)
        .list();
  }

  private List<UUID> ids(
      String sql, ListFilter filter, ByText text, Portion portion, long matching, long all) {
    return bound(sql, filter, text)
        .param("skip", portion.skip())
        .param("limit", portion.limit())
        .param("window", portion.window(matching, all))
        .query(UUID.class)
        .list();
  }

  private StatementSpec bound(String template, ListFilter filter, ConversationSearch search) {
    String sql =
        template
            .replace("<match>", match(search))
            .replace("<conditions>", ListFilter.CONDITIONS)
            .replace("<order>", filter.order().orderBy());
    StatementSpec statement = filter.bind(jdbc.sql(sql));
    switch (search) {
      case ById(var key) -> statement.param("key", key.value()).param("genesysId", key.toString());
      case ByWamid(var wamid) -> statement.param("wamid", wamid);
      case ByUserId(var userId) -> statement.param("userId", userId);
      case ByText(var pattern, var otherPattern, _) ->
          statement.param("pattern", pattern).param("otherPattern", otherPattern);
    }
    return statement;
  }

  private static String match(ConversationSearch search) {
    return switch (search) {
      case ById _ -> BY_ID;
      case ByWamid _ -> BY_WAMID;
      case ByUserId _ -> BY_USER_ID;
      case ByText text when text.isFragment() -> text.namesOnly() ? BY_NAME : BY_NAME_OR_ADDRESS;
      case ByText text -> text.namesOnly() ? BY_WORDS_OF_NAME : BY_WORDS_OR_ADDRESS;
    };
  }
}
