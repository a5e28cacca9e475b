package io.agentportal.conversations;

import io.agentportal.conversations.list.ConversationKey;
import io.agentportal.conversations.list.ConversationSummary;
import io.agentportal.conversations.list.PhonePrivacy;
import io.agentportal.conversations.widget.WidgetAccess;
import io.agentportal.conversations.widget.WidgetGrant;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiEnvelope;
import io.agentportal.platform.tenancy.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The way of a transcript into the widget: whoever has a session gets a token for one
/// conversation, whoever has the token gets its messages and nothing else.
@RestController
class WidgetController {
  private static final int MESSAGES_AT_ONCE = 50;
  private static final String BEARER = "Bearer ";

  private final ConversationQueries conversations;
  private final TranscriptQueries transcripts;
  private final WidgetAccess access;

  WidgetController(
      ConversationQueries conversations, TranscriptQueries transcripts, WidgetAccess access) {
    this.conversations = conversations;
    this.transcripts = transcripts;
    this.access = access;
  }

  /// @param convId the portal's or Genesys' id
  @GetMapping("/api/widget/token")
  WidgetAccess.Issued token(
      @RequestParam String convId,
      @RequestParam(defaultValue = "portal") String mode,
      Caller caller) {
    ConversationKey key = ConversationKey.of(convId);
    ConversationSummary found =
        conversations.find(caller.tenantId(), key).orElseThrow(key::notFound);
    return access.issue(caller, found.id(), mode);
  }

  /// Outside `/api`: no session counts here, and none is looked for.
  @GetMapping("/widget/transcript")
  ResponseEntity<ApiEnvelope> transcript(
      @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestParam(required = false) @Nullable String cursor) {
    WidgetGrant grant = granted(authorization);
    UUID before = MessagePage.position(cursor);
    PhonePrivacy privacy = PhonePrivacy.of(grant.role());
    List<MessageView> found =
        transcripts.messages(
            grant.tenantId(), grant.conversationId(), before, MESSAGES_AT_ONCE + 1);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            access.answer(
                MessagePage.of(
                    found.stream().map(message -> message.shown(privacy)).toList(),
                    MESSAGES_AT_ONCE)));
  }

  private WidgetGrant granted(String authorization) {
    if (!authorization.startsWith(BEARER)) {
      throw refused();
    }
    return access
        .read(authorization.substring(BEARER.length()))
        .orElseThrow(WidgetController::refused);
  }

  private static PortalException refused() {
    return new PortalException(
        ErrorCode.UNAUTHENTICATED, "The widget's token is missing, wrong or over.");
  }
}
