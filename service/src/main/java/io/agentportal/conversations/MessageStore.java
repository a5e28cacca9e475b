package io.agentportal.conversations;

import io.agentportal.conversations.NewMessage.Reference;
import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds to the tables `message`, `message_reference` and `message_step`. Every row names its
/// tenant.
@Repository
class MessageStore {
  private static final String FIND =
      """
      select r.kind, r.reference, r.message_id, r.conversation_id, c.phone_number_id,
             p.id as contact_id, p.user_id, p.phone, p.display_name, p.genesys_address
        from unnest(cast(:kinds as text[]), cast(:references as text[])) as n (kind, reference)
        join message_reference r
          on r.tenant_id = :tenantId
         and r.kind = n.kind
         and r.reference = n.reference
        join conversation c
          on c.tenant_id = r.tenant_id
         and c.id = r.conversation_id
        join contact p
          on p.tenant_id = c.tenant_id
         and p.id = c.contact_id
      """;

  private static final String INSERT =
      """
      insert into message (tenant_id, id, conversation_id, contact_id, phone_number_id, direction, kind, text,
                           sent_at, status, status_at, author_kind, author_name, wamid, genesys_id, reply_to_wamid,
                           event_id)
      select :tenantId, n.id, n.conversation_id, n.contact_id, n.phone_number_id, n.direction, n.kind, n.text,
             n.sent_at, n.status, :now, n.author_kind, n.author_name, n.wamid, n.genesys_id, n.reply_to_wamid,
             n.event_id
        from unnest(cast(:ids as uuid[]), cast(:conversationIds as uuid[]), cast(:contactIds as uuid[]),
                    cast(:phoneNumberIds as text[]), cast(:directions as text[]), cast(:kinds as text[]),
                    cast(:texts as text[]), cast(:sentAt as timestamptz[]), cast(:statuses as text[]),
                    cast(:authorKinds as text[]), cast(:authorNames as text[]), cast(:wamids as text[]),
                    cast(:genesysIds as text[]), cast(:replies as text[]), cast(:eventIds as bigint[]))
             as n (id, conversation_id, contact_id, phone_number_id, direction, kind, text, sent_at, status,
                   author_kind, author_name, wamid, genesys_id, reply_to_wamid, event_id)
      """;

  /// Fails on a reference that is there already: the guard against two writers of one message.
  private static final String REFER =
      """
      insert into message_reference (tenant_id, kind, reference, message_id, conversation_id)
      select :tenantId, n.kind, n.reference, n.message_id, n.conversation_id
        from unnest(cast(:kinds as text[]), cast(:references as text[]), cast(:ids as uuid[]),
                    cast(:conversationIds as uuid[])) as n (kind, reference, message_id, conversation_id)
      """;

  private static final String STEP =
      """
      insert into message_step (tenant_id, message_id, at, step, attempt, detail)
      select n.tenant_id, n.message_id, n.at, n.step, n.attempt, n.detail
        from unnest(cast(:tenantIds as uuid[]), cast(:messageIds as uuid[]), cast(:at as timestamptz[]),
                    cast(:steps as text[]), cast(:attempts as integer[]), cast(:details as text[]))
             with ordinality as n (tenant_id, message_id, at, step, attempt, detail, place)
       order by n.place
      """;

  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A message with its place in the transcript.
  record Placed(UUID id, UUID conversationId, Contact contact, NewMessage message) {}

  /// The messages that are known by these references.
  Map<Reference, Recorded> find(TenantId tenant, Collection<Reference> references) {
    Map<Reference, Recorded> found = new HashMap<>();
    jdbc.sql(FIND)
        .param("tenantId", tenant.value())
        .param("kinds", Columns.of(references, Reference::kind))
        .param("references", Columns.of(references, Reference::id))
        .query((row, _) ->
            found.put(
                new Reference(row.getString("kind"), row.getString("reference")), toRecorded(row)))
        .list();
    return found;
  }

  private static Recorded toRecorded(ResultSet row) throws SQLException {
    return new Recorded(
        row.getObject("message_id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        new Recorded.Person(
            row.getObject("contact_id", UUID.class),
            row.getString("user_id"),
            row.getString("phone"),
            row.getString("display_name"),
            row.getString("genesys_address")),
        row.getString("phone_number_id"),
        false);
  }

  void insert(TenantId tenant, List<Placed> placed, Instant now) {
    List<NewMessage> messages = placed.stream().map(Placed::message).toList();
    jdbc.sql(INSERT)
        .param("tenantId", tenant.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", Columns.of(placed, Placed::id))
        .param("conversationIds", Columns.of(placed, Placed::conversationId))
        .param("contactIds", Columns.of(placed, each -> each.contact().id))
        .param("phoneNumberIds", Columns.of(messages, NewMessage::phoneNumberId))
        .param("directions", Columns.of(messages, NewMessage::direction))
        .param("kinds", Columns.of(messages, NewMessage::kind))
        .param("texts", Columns.of(messages, NewMessage::text))
        .param("sentAt", Columns.of(messages, NewMessage::sentAt))
        .param("statuses", Columns.of(messages, message -> message.status().wireName()))
        .param("authorKinds", Columns.of(messages, message -> message.author().kind()))
        .param("authorNames", Columns.of(messages, message -> message.author().name()))
        .param("wamids", Columns.of(messages, NewMessage::wamid))
        .param("genesysIds", Columns.of(messages, NewMessage::genesysId))
        .param("replies", Columns.of(messages, NewMessage::replyToWamid))
        .param("eventIds", Columns.of(messages, NewMessage::eventId))
        .update();
    jdbc.sql(REFER)
        .param("tenantId", tenant.value())
        .param("kinds", Columns.of(messages, message -> message.reference().kind()))
        .param("references", Columns.of(messages, message -> message.reference().id()))
        .param("ids", Columns.of(placed, Placed::id))
        .param("conversationIds", Columns.of(placed, Placed::conversationId))
        .update();
  }

  /// Appends to the history of messages, of any tenants.
  void step(List<MessageStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    jdbc.sql(STEP)
        .param("tenantIds", Columns.of(steps, MessageStep::tenantId))
        .param("messageIds", Columns.of(steps, MessageStep::messageId))
        .param("at", Columns.of(steps, MessageStep::at))
        .param("steps", Columns.of(steps, MessageStep::step))
        .param("attempts", Columns.of(steps, MessageStep::attempt))
        .param("details", Columns.of(steps, MessageStep::detail))
        .update();
  }
}
