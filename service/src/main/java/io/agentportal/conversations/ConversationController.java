package io.agentportal.conversations;

import io.agentportal.audit.AuditEntry;
import io.agentportal.audit.AuditTrail;
import io.agentportal.conversations.ConversationDetail.AuditLine;
import io.agentportal.conversations.list.ConversationKey;
import io.agentportal.conversations.list.ConversationSummary;
import io.agentportal.conversations.list.PhonePrivacy;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.Pagination;
import io.agentportal.platform.tenancy.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One conversation with its history.
@RestController
@RequestMapping("/api/conversations")
class ConversationController {
  private static final int MAX_HISTORY = 100;

  private final ConversationQueries conversations;
  private final TranscriptQueries transcripts;
  private final TranscriptExport transcriptExport;
  private final TranscriptFiles files;
  private final AuditTrail auditTrail;
  private final String publicUrl;

  ConversationController(
      ConversationQueries conversations,
      TranscriptQueries transcripts,
      TranscriptExport transcriptExport,
      TranscriptFiles files,
      AuditTrail auditTrail,
      @Value("${portal.public-url}") String publicUrl) {
    this.conversations = conversations;
    this.transcripts = transcripts;
    this.transcriptExport = transcriptExport;
    this.files = files;
    this.auditTrail = auditTrail;
    this.publicUrl = publicUrl;
  }

  @GetMapping("/{id}")
  ConversationDetail detail(@PathVariable String id, Caller caller) {
    ConversationSummary found = find(id, caller);
    return new ConversationDetail(
        found.shown(PhonePrivacy.of(caller.role())),
        auditTrail.about(caller.tenantId(), "conversation:" + found.id(), MAX_HISTORY).stream()
            .map(ConversationController::toLine)
            .toList(),
        transcripts.deliveries(caller.tenantId(), found.id(), MAX_HISTORY),
        "%s/widget?convId=%s&tenantId=%s&mode=portal"
            .formatted(publicUrl, found.id(), caller.tenantId()));
  }

  @GetMapping("/{id}/messages")
  MessagePage messages(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    if (limit < 1 || limit > Pagination.MAX_PAGE_SIZE) {
      throw PortalException.invalid(
          "limit", limit + " (expected: 1.." + Pagination.MAX_PAGE_SIZE + ")");
    }
    PhonePrivacy privacy = PhonePrivacy.of(caller.role());
    List<MessageView> found =
        transcripts.messages(
            caller.tenantId(), find(id, caller).id(), MessagePage.position(cursor), limit + 1);
    List<MessageView> shown = found.stream().map(m -> m.shown(privacy)).toList();
    return MessagePage.of(files.attach(caller.tenantId(), shown), limit);
  }

  /// The transcript as a file.
  @GetMapping("/{id}/export")
  void export(@PathVariable String id, Caller caller, HttpServletResponse response) {
    transcriptExport.write(
        caller.tenantId(), find(id, caller), PhonePrivacy.of(caller.role()), response);
  }

  private ConversationSummary find(String id, Caller caller) {
    ConversationKey key = ConversationKey.of(id);
    return conversations.find(caller.tenantId(), key).orElseThrow(key::notFound);
  }

  private static AuditLine toLine(AuditEntry entry) {
    return new AuditLine(
        Long.toString(entry.sequence()),
        entry.at(),
        entry.action(),
        entry.actor(),
        entry.details());
  }
}
