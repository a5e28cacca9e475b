package io.agentportal.conversations.list;

import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What to list, and in which order.
///
/// @param direction `inbound` or `outbound`: of the last message
/// @param errorCode of the latest failure
record ListFilter(
    TenantId tenantId,
    Optional<ConversationStatus> status,
    Optional<String> direction,
    Optional<String> phoneNumberId,
    Optional<String> errorCode,
    ActivityRange range,
    Optional<ConversationSearch> search,
    ConversationOrder order) {

  /// The conditions on a conversation `c`, for statements that look at one by one.
  static final String CONDITIONS =
      """
      (cast(:status as text) is null or c.status = :status)
               and (cast(:direction as text) is null or c.last_message_direction = :direction)
               and (cast(:phoneNumberId as text) is null or c.phone_number_id = :phoneNumberId)
               and (cast(:errorCode as text) is null or c.last_error_code = :errorCode)
               and c.last_activity_at >= :from
               and c.last_activity_at < :to\
      """;

  static ListFilter everything(TenantId tenantId) {
    return new ListFilter(
        tenantId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ActivityRange.ALWAYS,
        Optional.empty(),
        ConversationOrder.NEWEST_ACTIVITY_FIRST);
  }

  ListFilter with(ConversationStatus only) {
    return new ListFilter(
        tenantId, Optional.of(only), direction, phoneNumberId, errorCode, range, search, order);
  }

  ListFilter with(ActivityRange other) {
    return new ListFilter(
        tenantId, status, direction, phoneNumberId, errorCode, other, search, order);
  }

  ListFilter with(Optional<ConversationSearch> other) {
    return new ListFilter(
        tenantId, status, direction, phoneNumberId, errorCode, range, other, order);
  }

  ListFilter with(ConversationOrder other) {
    return new ListFilter(
        tenantId, status, direction, phoneNumberId, errorCode, range, search, other);
  }

  /// Whether it asks for certain values, apart from times and text.
  boolean hasFacets() {
    return status.isPresent()
        || direction.isPresent()
        || phoneNumberId.isPresent()
        || errorCode.isPresent();
  }

  /// Sets the parameters of [#CONDITIONS] and the tenant.
  StatementSpec bind(StatementSpec statement) {
    return statement
        .param("tenantId", tenantId.value())
        .param("status", status.map(ConversationStatus::wireName).orElse(null))
        .param("direction", direction.orElse(null))
        .param("phoneNumberId", phoneNumberId.orElse(null))
        .param("errorCode", errorCode.orElse(null))
        .param("from", range.lower())
        .param("to", range.upper());
  }
}
