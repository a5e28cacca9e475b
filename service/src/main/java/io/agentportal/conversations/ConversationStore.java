package io.agentportal.conversations;

import io.agentportal.conversations.ContactBook.Merge;
import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `conversation`, as messages are added to it. Every statement names one tenant. Rows
/// are locked in the order of their ids, so that two writers wait for each other and never
/// deadlock.
@Repository
class ConversationStore {
  /// Genesys threads a contact's messages together this long; then the next one opens another.
  private static final Duration IDLE = Duration.ofDays(3);

  private static final String FIND =
      """
      select n.contact_id, n.phone_number_id, c.phone_number_id as actual_number, c.id, c.genesys_conversation_id, c.awaiting_answer_since,
             c.status <> 'closed' and c.last_activity_at > :activeSince as is_active
        from unnest(cast(:contactIds as uuid[]), cast(:phoneNumberIds as text[])) as n (contact_id, phone_number_id)
       cross join lateral (
             select x.id, x.phone_number_id, x.genesys_conversation_id, x.awaiting_answer_since, x.status, x.last_activity_at
               from conversation x
              where x.tenant_id = :tenantId
                and x.contact_id = n.contact_id
                and (n.phone_number_id is null or x.phone_number_id = n.phone_number_id)
              order by x.last_activity_at desc
              limit 1) c
      """;

  private static final String INSERT =
      """
      insert into conversation (tenant_id, id, contact_id, phone_number_id, contact_name, wa_id, status,
                                created_at, last_activity_at)
      select :tenantId, n.id, n.contact_id, n.phone_number_id, n.contact_name, n.wa_id, 'active', :now, :now
        from unnest(cast(:ids as uuid[]), cast(:contactIds as uuid[]), cast(:phoneNumberIds as text[]),
                    cast(:contactNames as text[]), cast(:waIds as text[]))
             as n (id, contact_id, phone_number_id, contact_name, wa_id)
      """;

  private static final String ADD_MESSAGES =
      """
      with n as (
        select *
          from unnest(cast(:ids as uuid[]), cast(:added as integer[]), cast(:lastInboundAt as timestamptz[]),
                      cast(:awaitingSince as timestamptz[]), cast(:genesysIds as text[]), cast(:texts as text[]),
                      cast(:directions as text[]), cast(:kinds as text[]))
               as n (id, added, last_inbound_at, awaiting_since, genesys_id, text, direction, kind)
      ), locked as (
        select c.id
          from conversation c
         where c.tenant_id = :tenantId
           and c.id = any (cast(:ids as uuid[]))
         order by c.id
           for update
      )
      update conversation c
         set message_count = c.message_count + n.added,
             last_activity_at = greatest(c.last_activity_at, :now),
             last_inbound_at = greatest(c.last_inbound_at, n.last_inbound_at),
             awaiting_answer_since = n.awaiting_since,
             genesys_conversation_id = coalesce(n.genesys_id, c.genesys_conversation_id),
             status = case when c.status = 'closed' then 'active' else c.status end,
             last_message_text = n.text,
             last_message_direction = n.direction,
             last_message_kind = n.kind
        from locked l
        join n on n.id = l.id
       where c.tenant_id = :tenantId
         and c.id = l.id
      """;

  private static final String RENAME =
      """
      update conversation c
         set contact_name = n.contact_name, wa_id = n.wa_id
        from unnest(cast(:ids as uuid[]), cast(:contactNames as text[]), cast(:waIds as text[]))
             as n (contact_id, contact_name, wa_id)
       where c.tenant_id = :tenantId
         and c.contact_id = n.contact_id
      """;

  private static final String MERGE =
      """
      update conversation c
         set contact_id = :into
       where c.tenant_id = :tenantId
         and c.contact_id = :from
      """;

  private final JdbcClient jdbc;

  ConversationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A contact at one of the tenant's numbers.
  ///
  /// @param phoneNumberId null: whichever the contact wrote to last
  record Place(UUID contactId, @Nullable String phoneNumberId) {}

  /// @param isActive neither closed nor idle for too long
  record Found(OpenConversation conversation, boolean isActive) {

    /// Whether this message still belongs to it.
    boolean continuesWith(NewMessage message) {
      return isActive || conversation.isAt(message.genesysConversationId());
    }
  }

  /// The latest conversation of each place; places without one are absent.
  Map<Place, Found> findLatest(TenantId tenant, Collection<Place> places, Instant now) {
    Map<Place, Found> found = new HashMap<>();
    jdbc.sql(FIND)
        .param("tenantId", tenant.value())
        .param("contactIds", Columns.of(places, Place::contactId))
        .param("phoneNumberIds", Columns.of(places, Place::phoneNumberId))
        .param("activeSince", now.minus(IDLE).atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            found.put(
                new Place(
                    row.getObject("contact_id", UUID.class), row.getString("phone_number_id")),
                new Found(toConversation(row), row.getBoolean("is_active"))))
        .list();
    return found;
  }

  void insert(TenantId tenant, Map<Place, OpenConversation> opened, ContactBook book, Instant now) {
    if (opened.isEmpty()) {
      return;
    }
    List<Contact> contacts =
        opened.keySet().stream().map(place -> book.get(place.contactId())).toList();
    jdbc.sql(INSERT)
        .param("tenantId", tenant.value())
        .param("ids", Columns.of(opened.values(), conversation -> conversation.id))
        .param("contactIds", Columns.of(opened.keySet(), Place::contactId))
        .param("phoneNumberIds", Columns.of(opened.values(), open -> open.phoneNumberId))
        .param("contactNames", Columns.of(contacts, Contact::displayName))
        .param("waIds", Columns.of(contacts, Contact::waId))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void addMessages(TenantId tenant, Collection<OpenConversation> conversations, Instant now) {
    jdbc.sql(ADD_MESSAGES)
        .param("tenantId", tenant.value())
        .param("ids", Columns.of(conversations, conversation -> conversation.id))
        .param("added", Columns.of(conversations, OpenConversation::added))
        .param("lastInboundAt", Columns.of(conversations, OpenConversation::lastInboundAt))
        .param("awaitingSince", Columns.of(conversations, OpenConversation::awaitingAnswerSince))
        .param("genesysIds", Columns.of(conversations, OpenConversation::newGenesysId))
        .param("texts", Columns.of(conversations, OpenConversation::lastText))
        .param("directions", Columns.of(conversations, OpenConversation::lastDirection))
        .param("kinds", Columns.of(conversations, OpenConversation::lastKind))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// After contacts were renamed or merged: their conversations show it.
  void follow(TenantId tenant, ContactBook book) {
    for (Merge merge : book.merges()) {
      jdbc.sql(MERGE)
          .param("tenantId", tenant.value())
          .param("from", merge.from())
          .param("into", merge.into())
          .update();
    }
    List<Contact> renamed =
        book.all().stream()
            .filter(contact -> contact.isRenamed() && contact.mergedInto() == null)
            .toList();
    if (!renamed.isEmpty()) {
      jdbc.sql(RENAME)
          .param("tenantId", tenant.value())
          .param("ids", Columns.of(renamed, contact -> contact.id))
          .param("contactNames", Columns.of(renamed, Contact::displayName))
          .param("waIds", Columns.of(renamed, Contact::waId))
          .update();
    }
  }

  private static OpenConversation toConversation(ResultSet row) throws SQLException {
    return new OpenConversation(
        row.getObject("id", UUID.class),
        false,
        row.getString("actual_number"),
        row.getString("genesys_conversation_id"),
        toInstant(row.getObject("awaiting_answer_since", OffsetDateTime.class)));
  }

  private static @Nullable Instant toInstant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
