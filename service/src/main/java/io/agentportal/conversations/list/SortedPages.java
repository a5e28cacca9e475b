package io.agentportal.conversations.list;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pages in the orders that have an index of their own: number of messages, name, address,
/// creation.
///
/// Many matches: the order's index is walked for a while and what does not match is left out. Few
/// matches, or matches that all lie at the other end: all of them are gathered and sorted. How many
/// there are is known before.
@Component
class SortedPages {
  private static final String WALK_CONVERSATIONS =
      """
      select c.id
        from (select c.id, c.message_count, c.status, c.last_message_direction, c.phone_number_id,
                     c.last_error_code, c.last_activity_at
                from conversation c
               where c.tenant_id = :tenantId
               order by <order>
               limit :window) c
       where <conditions>
       order by <order>
      offset :skip
       limit :limit
      """
          .replace("<conditions>", ListFilter.CONDITIONS);

  private static final String WALK_DIRECTORY =
      """
      select d.id
        from conversation_directory d
       where d.tenant_id = :tenantId
       order by <order>
      offset :skip
       limit :limit
      """;

  private static final String WALK_DIRECTORY_FILTERED =
      """
      select d.id
        from (select d.id, d.name, d.address, d.created_at
                from conversation_directory d
               where d.tenant_id = :tenantId
               order by <order>
               limit :window) d
       cross join lateral (
             select c.id
               from conversation c
              where c.tenant_id = :tenantId
                and c.id = d.id
                and <conditions>
             offset 0) c
       order by <order>
      offset :skip
       limit :limit
      """
          .replace("<conditions>", ListFilter.CONDITIONS);

  private static final String GATHER =
      """
      select c.id
        from <facets>
        join conversation c
          on <of-facet>
       order by <order>
      offset :skip
       limit :limit
      """
          .replace("<facets>", FacetRows.ROWS)
          .replace("<of-facet>", FacetRows.MATCH);

  private static final String GATHER_WITH_DIRECTORY =
      """
      select d.id
        from (select c.id
                from <facets>
                join conversation c
                  on <of-facet>
              offset 0) c
       cross join lateral (
             select d.id, d.name, d.address, d.created_at
               from conversation_directory d
              where d.tenant_id = :tenantId
                and d.id = c.id
             offset 0) d
       order by <order>
      offset :skip
       limit :limit
      """
          .replace("<facets>", FacetRows.ROWS)
          .replace("<of-facet>", FacetRows.MATCH);

  private final JdbcClient jdbc;

  SortedPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param facets of the filter
  /// @param matching how many conversations the filter lets through
  /// @param all how many the tenant has
  List<UUID> page(ListFilter filter, List<Facet> facets, Portion portion, long matching, long all) {
    if (!portion.isGathered(matching, all)) {
      List<UUID> found = ids(walk(filter), filter, facets, portion, portion.window(matching, all));
      if (found.size() == portion.expected(matching)) {
        return found;
      }
    }
    if (Portion.isMost(matching, all)) {
      return ids(walk(filter), filter, facets, portion, all);
    }
    String gather = filter.order().column().isInDirectory() ? GATHER_WITH_DIRECTORY : GATHER;
    return ids(gather, filter, facets, portion, 0);
  }

  private List<UUID> ids(
      String template, ListFilter filter, List<Facet> facets, Portion portion, long window) {
    String sql = template.replace("<order>", filter.order().orderBy());
    return FacetRows.bind(filter.bind(jdbc.sql(sql)), facets)
        .param("skip", portion.skip())
        .param("limit", portion.limit())
        .param("window", window)
        .query(UUID.class)
        .list();
  }

  private static String walk(ListFilter filter) {
    if (!filter.order().column().isInDirectory()) {
      return WALK_CONVERSATIONS;
    }
    return filter.hasFacets() || !filter.range().isOpen()
        ? WALK_DIRECTORY_FILTERED
        : WALK_DIRECTORY;
  }
}
