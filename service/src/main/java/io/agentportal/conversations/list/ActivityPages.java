package io.agentportal.conversations.list;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Pages in the order of the last activity, at any depth, with any filter, and their totals.
///
/// The tally tells on which day a page begins, so that only this day is walked. With a filter each
/// combination of values it lets through has the order in an index; the shortest necessary stretch
/// of each is merged.
@Component
class ActivityPages {
  /// Shorter ways are walked without looking for a short cut.
  private static final int WALK = 500;

  private static final String PLAIN =
      """
      select c.id
        from conversation c
       where c.tenant_id = :tenantId
         and c.last_activity_at >= :from
         and c.last_activity_at < :to
       order by c.last_activity_at <direction>, c.id <direction>
      offset :skip
       limit :limit
      """;

  private static final String OF_FACETS =
      """
      select x.id
        from <facets>
       cross join lateral (
             select c.id, c.last_activity_at
               from conversation c
              where <of-facet>
              order by c.last_activity_at <direction>, c.id <direction>
              limit :reach) x
       order by x.last_activity_at <direction>, x.id <direction>
      offset :skip
       limit :limit
      """
          .replace("<facets>", FacetRows.ROWS)
          .replace("<of-facet>", FacetRows.MATCH);

  private static final String COUNT_PLAIN =
      """
      select count(*)
        from conversation c
       where c.tenant_id = :tenantId
         and c.last_activity_at >= :from
         and c.last_activity_at < :to
      """;

  private static final String COUNT_OF_FACETS =
      """
      select coalesce(sum(x.conversations), 0)
        from <facets>
       cross join lateral (
             select count(*) as conversations
               from conversation c
              where <of-facet>) x
      """
          .replace("<facets>", FacetRows.ROWS)
          .replace("<of-facet>", FacetRows.MATCH);

  private final JdbcClient jdbc;
  private final ConversationTally tally;

  ActivityPages(JdbcClient jdbc, ConversationTally tally) {
    this.jdbc = jdbc;
    this.tally = tally;
  }

  /// How many conversations the filter lets through, whatever it searches for.
  ///
  /// @param facets of the same filter
  long count(ListFilter filter, List<Facet> facets) {
    ActivityRange range = filter.range();
    long wholeDays = range.hasWholeDays() ? facets.stream().mapToLong(Facet::inWholeDays).sum() : 0;
    return wholeDays
        + countIn(range.head(), filter, facets)
        + countIn(range.tail(), filter, facets);
  }

  /// One page of them.
  List<UUID> page(ListFilter filter, List<Facet> facets, long skip, int limit, boolean newest) {
    return skip <= WALK
        ? walk(filter, facets, skip, limit, newest)
        : jump(filter, facets, skip, limit, newest);
  }

  private List<UUID> jump(
      ListFilter filter, List<Facet> facets, long skip, int limit, boolean newest) {
    ActivityRange range = filter.range();
    long before = countIn(newest ? range.tail() : range.head(), filter, facets);
    if (!range.hasWholeDays() || skip < before) {
      return walk(filter, facets, skip, limit, newest);
    }
    return tally
        .dayAt(filter, skip - before, newest)
        .map(at -> {
          ActivityRange rest = newest ? range.upTo(at.day().plusDays(1)) : range.since(at.day());
          long left = skip - before - at.conversations();
          return walk(filter.with(rest), facets, left, limit, newest);
        })
        .orElseGet(() -> {
          long wholeDays = facets.stream().mapToLong(Facet::inWholeDays).sum();
          ActivityRange rest = newest ? range.upTo(range.firstDay()) : range.since(range.endDay());
          return walk(filter.with(rest), facets, skip - before - wholeDays, limit, newest);
        });
  }

  private List<UUID> walk(
      ListFilter filter, List<Facet> facets, long skip, int limit, boolean newest) {
    String sql = filter.hasFacets() ? OF_FACETS : PLAIN;
    return bound(sql.replace("<direction>", newest ? "desc" : "asc"), filter, facets)
        .param("skip", skip)
        .param("limit", limit)
        .param("reach", skip + limit)
        .query(UUID.class)
        .list();
  }

  private long countIn(ActivityRange range, ListFilter filter, List<Facet> facets) {
    if (range.isEmpty()) {
      return 0;
    }
    return bound(filter.hasFacets() ? COUNT_OF_FACETS : COUNT_PLAIN, filter.with(range), facets)
        .query(Long.class)
        .single();
  }

  private StatementSpec bound(String sql, ListFilter filter, List<Facet> facets) {
    return FacetRows.bind(filter.bind(jdbc.sql(sql)), facets);
  }
}
