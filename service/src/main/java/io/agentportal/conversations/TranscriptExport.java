package io.agentportal.conversations;

import static io.agentportal.conversations.export.CsvExport.value;

import io.agentportal.conversations.export.CsvColumn;
import io.agentportal.conversations.export.CsvExport;
import io.agentportal.conversations.export.CsvFile;
import io.agentportal.conversations.list.ConversationSummary;
import io.agentportal.conversations.list.PhonePrivacy;
import io.agentportal.platform.tenancy.TenantId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// One conversation as a file: its messages, oldest first.
@Component
class TranscriptExport {
  private static final String MESSAGES =
      """
        from message m
       where m.tenant_id = cast(<tenant> as uuid)
         and m.conversation_id = cast(<conversation> as uuid)
       order by m.id
      """
          .replace("<tenant>", value("tenant"))
          .replace("<conversation>", value("conversation"));

  private final CsvExport export;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TranscriptExport(CsvExport export, TransactionTemplate transactions, Clock clock) {
    this.export = export;
    this.transactions = transactions;
    this.clock = clock;
  }

  void write(
      TenantId tenantId,
      ConversationSummary conversation,
      PhonePrivacy privacy,
      HttpServletResponse response) {
    CsvFile.announce(response, "conversation", clock.instant(), conversation.messageCount());
    export.inPlace(() ->
        transactions.executeWithoutResult(_ ->
            export.write(
                columns(privacy == PhonePrivacy.MASKED),
                MESSAGES,
                Map.of("tenant", tenantId.toString(), "conversation", conversation.id().toString()),
                response)));
  }

  private static List<CsvColumn> columns(boolean masked) {
    return List.of(
        CsvColumn.plain("id", "m.id"),
        CsvColumn.instant("at", "m.sent_at"),
        CsvColumn.plain("direction", "m.direction"),
        CsvColumn.plain("kind", "m.kind"),
        CsvColumn.plain("authorKind", "m.author_kind"),
        CsvColumn.phone("authorName", "m.author_name", masked),
        CsvColumn.text("text", "m.text"),
        CsvColumn.plain("status", "m.status"),
        CsvColumn.instant("statusAt", "m.status_at"),
        CsvColumn.text("errorCode", "m.error_code"),
        CsvColumn.text("error", "m.error_text"),
        CsvColumn.text("wamid", "m.wamid"),
        CsvColumn.text("genesysId", "m.genesys_id"),
        CsvColumn.text("replyTo", "m.reply_to_wamid"));
  }
}
