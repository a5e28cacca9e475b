package io.agentportal.conversations.list;

import io.agentportal.platform.db.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Facets as rows of a statement: the index `conversation_by_facet` finds what belongs to each.
final class FacetRows {
  /// To stand in a `from`.
  static final String ROWS =
      """
      unnest(cast(:facetStatuses as text[]), cast(:facetDirections as text[]),
                    cast(:facetNumbers as text[]), cast(:facetCodes as text[]))
               as f (status, direction, phone_number_id, error_code)\
      """;

  /// Whether a conversation `c` belongs to the facet `f` and the range.
  static final String MATCH =
      """
      c.tenant_id = :tenantId
                and c.status = f.status
                and c.last_message_direction = f.direction
                and c.phone_number_id = f.phone_number_id
                and c.last_error_code = f.error_code
                and c.last_activity_at >= :from
                and c.last_activity_at < :to\
      """;

  private FacetRows() {}

  static StatementSpec bind(StatementSpec statement, List<Facet> facets) {
    return statement
        .param("facetStatuses", Columns.of(facets, Facet::status))
        .param("facetDirections", Columns.of(facets, Facet::direction))
        .param("facetNumbers", Columns.of(facets, Facet::phoneNumberId))
        .param("facetCodes", Columns.of(facets, Facet::errorCode));
  }
}
