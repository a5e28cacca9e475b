package io.agentportal.conversations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agentportal.conversations.list.ConversationSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One conversation with what happened to it.
///
/// @param auditTrail newest first
/// @param deliveryLogs newest first, at most 100
/// @param widgetUrl the page that shows the transcript
record ConversationDetail(
    @JsonUnwrapped ConversationSummary conversation,
    List<AuditLine> auditTrail,
    List<DeliveryLog> deliveryLogs,
    String widgetUrl) {

  /// One entry of the audit trail; the API's `AuditEntry`.
  ///
  /// @param event `noun.verb-ed`
  record AuditLine(
      String id, Instant timestamp, String event, String actor, Map<String, Object> details) {}
}
