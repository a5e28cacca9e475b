package io.agentportal.conversations.list;

import static io.agentportal.conversations.export.CsvExport.value;

import io.agentportal.conversations.export.CsvColumn;
import io.agentportal.conversations.export.CsvExport;
import io.agentportal.conversations.list.ConversationSearch.ByText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The list as an export: same filters, same order, all columns of the API's `Conversation`.
@Component
class ConversationExport {
  private static final String ROWS =
      """
        from conversation c
        join conversation_directory d on d.tenant_id = c.tenant_id and d.id = c.id
        join contact p on p.tenant_id = c.tenant_id and p.id = c.contact_id
       where c.tenant_id = cast(<tenant> as uuid)
         <conditions>
       order by <order>
      """
          .replace("<tenant>", value("tenant"));

  /// What `ids` says, where somebody searched for an id: found before.
  private static final String AMONG = "and c.id = any (cast(<ids> as uuid[]))";

  private final CsvExport export;

  ConversationExport(CsvExport export) {
    this.export = export;
  }

  /// The columns in the order of the API's fields.
  static List<CsvColumn> columns(boolean masked) {
    return List.of(
        CsvColumn.plain("id", "c.id"),
        CsvColumn.phone("waId", "c.wa_id", masked),
        CsvColumn.phone("contactName", "c.contact_name", masked),
        CsvColumn.text("conversationId", "c.genesys_conversation_id"),
        CsvColumn.instant("lastActivity", "c.last_activity_at"),
        CsvColumn.plain("status", "c.status"),
        CsvColumn.plain("messageCount", "c.message_count"),
        CsvColumn.instant("createdAt", "c.created_at"),
        CsvColumn.phone("phone", "p.phone", masked),
        CsvColumn.text("userId", "p.user_id"),
        CsvColumn.text("username", "p.username"),
        CsvColumn.plain("phoneNumberId", "c.phone_number_id"),
        CsvColumn.text("lastMessage", "c.last_message_text"),
        CsvColumn.plain("lastMessageDirection", "nullif(c.last_message_direction, '')"),
        CsvColumn.plain("lastMessageKind", "c.last_message_kind"),
        CsvColumn.instant("windowExpiresAt", "(c.last_inbound_at + interval '24 hours')"),
        CsvColumn.text("errorCode", "nullif(c.last_error_code, '')"));
  }

  /// @param found what a search for an id found
  void write(ListFilter filter, List<String> found, boolean masked, HttpServletResponse response) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tenant", filter.tenantId().toString());
    String conditions = conditions(filter, found, settings);
    export.write(
        columns(masked),
        ROWS.replace("<conditions>", conditions).replace("<order>", filter.order().orderBy()),
        settings,
        response);
  }

  private static String conditions(
      ListFilter filter, List<String> found, Map<String, String> settings) {
    StringBuilder sql = new StringBuilder();
    filter
        .status()
        .ifPresent(status -> equal(sql, settings, "status", "c.status", status.wireName()));
    filter
        .direction()
        .ifPresent(to -> equal(sql, settings, "direction", "c.last_message_direction", to));
    filter.phoneNumberId().ifPresent(id -> equal(sql, settings, "number", "c.phone_number_id", id));
    filter.errorCode().ifPresent(code -> equal(sql, settings, "code", "c.last_error_code", code));
    if (!filter.range().isOpen()) {
      settings.put("from", filter.range().from().toString());
      settings.put("to", filter.range().to().toString());
      sql.append(" and c.last_activity_at >= cast(" + value("from") + " as timestamptz)");
      sql.append(" and c.last_activity_at < cast(" + value("to") + " as timestamptz)");
    }
    switch (filter.search().orElse(null)) {
      case null -> {}
      case ByText(var pattern, var otherPattern, var namesOnly) -> {
        settings.put("pattern", pattern);
        settings.put("other_pattern", otherPattern);
        sql.append(
                " and (d.name like lower(<p>) or d.name like lower(<o>)"
                    .replace("<p>", value("pattern"))
                    .replace("<o>", value("other_pattern")))
            .append(namesOnly ? ")" : " or d.address like lower(" + value("pattern") + "))");
      }
      default -> {
        settings.put("ids", found.stream().collect(Collectors.joining(",", "{", "}")));
        sql.append(AMONG.replace("<ids>", value("ids")));
      }
    }
    return sql.toString();
  }

  private static void equal(
      StringBuilder sql, Map<String, String> settings, String name, String column, String value) {
    settings.put(name, value);
    sql.append(" and ").append(column).append(" = ").append(value(name));
  }
}
