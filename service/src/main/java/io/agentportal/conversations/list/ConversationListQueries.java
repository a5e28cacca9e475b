package io.agentportal.conversations.list;

import io.agentportal.conversations.list.ConversationSearch.ByText;
import io.agentportal.platform.db.Columns;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The read model of the conversation list: a true total and one page, of one moment.
@Component
class ConversationListQueries {
  /// Plans fit the values at hand, never read a table from end to end, and give up in time.
  private static final String GROUND_RULES =
      """
      set transaction isolation level repeatable read, read only;
      set local plan_cache_mode = force_custom_plan;
      set local enable_seqscan = off;
      set local statement_timeout = '5s'
      """;

  /// More conversations than one id names.
  private static final int MOST_BY_ID = 10_000;

  private static final String ROWS =
      """
      select <columns>
        from conversation c
        join contact p on p.tenant_id = c.tenant_id and p.id = c.contact_id
       where c.tenant_id = :tenantId
         and c.id = any (cast(:ids as uuid[]))
      """
          .replace("<columns>", ConversationRows.COLUMNS);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ConversationTally tally;
  private final ActivityPages byActivity;
  private final SortedPages sorted;
  private final SearchPages searches;

  ConversationListQueries(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ConversationTally tally,
      ActivityPages byActivity,
      SortedPages sorted,
      SearchPages searches) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.tally = tally;
    this.byActivity = byActivity;
    this.sorted = sorted;
    this.searches = searches;
  }

  /// @param rows empty past the end of the list
  record Listed(long total, List<ConversationSummary> rows) {}

  private record Found(long total, List<UUID> ids) {}

  /// One page and how many conversations the filter lets through.
  ///
  /// @throws PortalException `SERVICE_UNAVAILABLE` if it takes too long
  Listed page(ListFilter filter, int page, int pageSize) {
    try {
      return Objects.requireNonNull(
          transactions.execute(_ -> {
            jdbc.sql(GROUND_RULES).update();
            Found found = find(filter, new Portion((page - 1L) * pageSize, pageSize));
            return new Listed(found.total(), rows(filter, found.ids()));
          }));
    } catch (QueryTimeoutException e) {
      throw new PortalException(
          ErrorCode.SERVICE_UNAVAILABLE, "This search takes too long. Please search for more.");
    }
  }

  /// Shows everything that the filter lets through to `reader`, within the moment of the total.
  void everything(ListFilter filter, Reader reader) {
    transactions.executeWithoutResult(_ -> {
      jdbc.sql(GROUND_RULES).update();
      boolean byId = filter.search().filter(search -> !(search instanceof ByText)).isPresent();
      Found found = find(filter, new Portion(0, byId ? MOST_BY_ID : 1));
      jdbc.sql("set local statement_timeout = 0; set local enable_seqscan = on").update();
      reader.read(found.total(), found.ids());
    });
  }

  /// Reads in the transaction of a total.
  interface Reader {
    /// @param first the first of the list, or, of a search for an id, everything it found
    void read(long total, List<UUID> first);
  }

  private Found find(ListFilter filter, Portion portion) {
    List<Facet> facets = tally.facets(filter);
    ConversationSearch search = filter.search().orElse(null);
    return switch (search) {
      case null -> {
        long total = byActivity.count(filter, facets);
        yield new Found(
            total, portion.skip() < total ? ids(filter, facets, portion, total) : none());
      }
      case ByText text -> {
        long all = byActivity.count(filter, facets);
        long total = all == 0 ? 0 : searches.count(filter, text);
        yield new Found(
            total,
            portion.skip() < total ? searches.page(filter, text, portion, total, all) : none());
      }
      default -> {
        List<UUID> few = searches.few(filter, search, numbers(facets));
        yield new Found(
            few.size(), few.stream().skip(portion.skip()).limit(portion.limit()).toList());
      }
    };
  }

  private List<UUID> ids(ListFilter filter, List<Facet> facets, Portion portion, long total) {
    ConversationOrder order = filter.order();
    return switch (order.column()) {
      case LAST_ACTIVITY ->
          byActivity.page(filter, facets, portion.skip(), portion.limit(), order.descending());
      case STATUS -> byStatus(filter, portion);
      case MESSAGE_COUNT, CREATED_AT, CONTACT_NAME, WA_ID ->
          sorted.page(
              filter, facets, portion, total, tally.all(ListFilter.everything(filter.tenantId())));
    };
  }

  /// One status after the other, each with the newest activity first.
  private List<UUID> byStatus(ListFilter filter, Portion portion) {
    Comparator<ConversationStatus> byName = Comparator.comparing(ConversationStatus::wireName);
    List<ConversationStatus> statuses =
        Arrays.stream(ConversationStatus.values())
            .filter(status -> filter.status().isEmpty() || filter.status().get() == status)
            .sorted(filter.order().descending() ? byName.reversed() : byName)
            .toList();
    List<UUID> ids = new ArrayList<>();
    long skip = portion.skip();
    for (ConversationStatus status : statuses) {
      ListFilter only = filter.with(status);
      List<Facet> facets = tally.facets(only);
      long total = byActivity.count(only, facets);
      if (skip < total) {
        ids.addAll(byActivity.page(only, facets, skip, portion.limit() - ids.size(), true));
      }
      skip = Math.max(0, skip - total);
      if (ids.size() == portion.limit()) {
        break;
      }
    }
    return ids;
  }

  private List<ConversationSummary> rows(ListFilter filter, List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, ConversationSummary> rows = new HashMap<>();
    jdbc.sql(ROWS)
        .param("tenantId", filter.tenantId().value())
        .param("ids", Columns.of(ids, id -> id))
        .query(ConversationRows::toSummary)
        .list()
        .forEach(row -> rows.put(row.id(), row));
    return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  private static List<String> numbers(List<Facet> facets) {
    return facets.stream().map(Facet::phoneNumberId).distinct().toList();
  }

  private static List<UUID> none() {
    return List.of();
  }
}
