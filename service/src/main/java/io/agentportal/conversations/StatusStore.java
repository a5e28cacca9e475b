package io.agentportal.conversations;

import io.agentportal.conversations.NewMessage.Reference;
import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Moves messages on: the tables `message` and `message_reference`, and what a conversation shows
/// of it. Every row names its tenant; rows are locked in the order of tenants and ids.
@Repository
class StatusStore {
  /// The bounds let the planner skip the partitions of other months.
  private static final String LOCK =
      """
      select m.tenant_id, m.id, m.conversation_id, m.contact_id, m.direction, m.status, m.genesys_id, p.genesys_address,
             c.status as conversation_status, c.genesys_conversation_id
        from unnest(cast(:tenantIds as uuid[]), cast(:ids as uuid[])) as n (tenant_id, id)
        join message m
          on m.tenant_id = n.tenant_id
         and m.id = n.id
        join conversation c
          on c.tenant_id = m.tenant_id
         and c.id = m.conversation_id
        join contact p
          on p.tenant_id = m.tenant_id
         and p.id = m.contact_id
       where m.id >= cast(:lowest as uuid)
         and m.id <= cast(:highest as uuid)
       order by m.tenant_id, m.id
         for update of m
      """;

  private static final String UPDATE =
      """
      update message m
         set status = n.status, status_at = coalesce(n.status_at, m.status_at),
             error_code = coalesce(n.error_code, m.error_code), error_text = coalesce(n.error_text, m.error_text),
             wamid = coalesce(n.wamid, m.wamid), genesys_id = coalesce(n.genesys_id, m.genesys_id)
        from unnest(cast(:tenantIds as uuid[]), cast(:ids as uuid[]), cast(:statuses as text[]),
                    cast(:statusAt as timestamptz[]), cast(:errorCodes as text[]), cast(:errorTexts as text[]),
                    cast(:wamids as text[]), cast(:genesysIds as text[]))
             as n (tenant_id, id, status, status_at, error_code, error_text, wamid, genesys_id)
       where m.tenant_id = n.tenant_id
         and m.id = n.id
         and m.id >= cast(:lowest as uuid)
         and m.id <= cast(:highest as uuid)
      """;

  private static final String REFER =
      """
      insert into message_reference (tenant_id, kind, reference, message_id, conversation_id, partial)
      select n.tenant_id, n.kind, n.reference, n.message_id, n.conversation_id, n.partial
        from unnest(cast(:tenantIds as uuid[]), cast(:kinds as text[]), cast(:references as text[]),
                    cast(:ids as uuid[]), cast(:conversationIds as uuid[]), cast(:partial as boolean[]))
             as n (tenant_id, kind, reference, message_id, conversation_id, partial)
       order by n.tenant_id, n.kind, n.reference
      on conflict (tenant_id, kind, reference) do nothing
      """;

  private static final String MOVE_CONVERSATIONS =
      """
      with locked as (
        select c.tenant_id, c.id, n.status, n.genesys_id, n.error_code
          from unnest(cast(:tenantIds as uuid[]), cast(:ids as uuid[]), cast(:statuses as text[]),
                      cast(:genesysIds as text[]), cast(:errorCodes as text[]))
               as n (tenant_id, id, status, genesys_id, error_code)
          join conversation c
            on c.tenant_id = n.tenant_id
           and c.id = n.id
         order by c.tenant_id, c.id
           for update of c
      )
      update conversation c
         set status = case when c.status = 'closed' then c.status else coalesce(l.status, c.status) end,
             genesys_conversation_id = coalesce(l.genesys_id, c.genesys_conversation_id),
             last_error_code = coalesce(l.error_code, c.last_error_code)
        from locked l
       where c.tenant_id = l.tenant_id
         and c.id = l.id
      """;

  private static final String RESOLVE =
      """
      select r.kind, r.reference, r.message_id, r.partial
        from unnest(cast(:kinds as text[]), cast(:references as text[])) as n (kind, reference)
        join message_reference r
          on r.tenant_id = :tenantId
         and r.kind = n.kind
         and r.reference = n.reference
      """;

  private static final String STANDING =
      """
      select m.status, m.wamid, m.genesys_id, c.genesys_conversation_id
        from message m
        join conversation c
          on c.tenant_id = m.tenant_id
         and c.id = m.conversation_id
       where m.tenant_id = :tenantId
         and m.id = :id
      """;

  private static final String LAST_INBOUND =
      """
      select max(c.last_inbound_at) as last_inbound_at
        from conversation c
       where c.tenant_id = :tenantId
         and c.contact_id = :contactId
         and c.phone_number_id = :phoneNumberId
      """;

  private final JdbcClient jdbc;

  StatusStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A message of which a partner's id is known.
  record Known(UUID messageId, boolean partial) {}

  /// What a message, or one part of it, is known by.
  record Name(Standing message, Reference reference, boolean partial) {}

  /// A message as it stands, locked until the transaction ends.
  record Standing(
      TenantId tenantId,
      UUID id,
      UUID conversationId,
      UUID contactId,
      String direction,
      MessageStatus status,
      String genesysAddress,
      @Nullable String genesysId,
      String conversationStatus,
      @Nullable String genesysConversationId) {}

  /// How a message leaves the transaction; absent members stay as they are.
  ///
  /// @param move what brought it to `status`; absent if it stands where it stood
  record Outcome(
      Standing before,
      MessageStatus status,
      @Nullable StatusMove move,
      @Nullable String wamid,
      @Nullable String genesysId) {

    private @Nullable Instant at() {
      return move == null ? null : move.at();
    }

    private @Nullable String errorCode() {
      return move == null || status != MessageStatus.FAILED ? null : move.errorCode();
    }

    private @Nullable String errorText() {
      return move == null || status != MessageStatus.FAILED ? null : move.errorText();
    }
  }

  /// How a conversation leaves the transaction; absent members stay as they are.
  ///
  /// @param errorCode of its latest failure
  record ConversationMove(
      TenantId tenantId,
      UUID id,
      @Nullable String status,
      @Nullable String genesysId,
      @Nullable String errorCode) {}

  Optional<MessageStanding> find(TenantId tenant, UUID messageId) {
    return jdbc.sql(STANDING)
        .param("tenantId", tenant.value())
        .param("id", messageId)
        .query((row, _) ->
            new MessageStanding(
                MessageStatus.ofWireName(row.getString("status")),
                row.getString("wamid"),
                row.getString("genesys_id"),
                row.getString("genesys_conversation_id")))
        .optional();
  }

  Optional<Instant> lastInbound(TenantId tenant, UUID contactId, String phoneNumberId) {
    return jdbc.sql(LAST_INBOUND)
        .param("tenantId", tenant.value())
        .param("contactId", contactId)
        .param("phoneNumberId", phoneNumberId)
        .query(
            (row, _) -> Optional.ofNullable(row.getObject("last_inbound_at", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  Map<Reference, Known> resolve(TenantId tenant, Collection<Reference> references) {
    Map<Reference, Known> known = new LinkedHashMap<>();
    jdbc.sql(RESOLVE)
        .param("tenantId", tenant.value())
        .param("kinds", Columns.of(references, Reference::kind))
        .param("references", Columns.of(references, Reference::id))
        .query((row, _) ->
            known.put(
                new Reference(row.getString("kind"), row.getString("reference")),
                new Known(row.getObject("message_id", UUID.class), row.getBoolean("partial"))))
        .list();
    return known;
  }

  /// The messages of these moves, of any tenants. A move whose message is not the tenant's finds
  /// none.
  Map<UUID, Standing> lock(Collection<StatusMove> moves) {
    Map<UUID, StatusMove> distinct = new LinkedHashMap<>();
    moves.forEach(move -> distinct.putIfAbsent(move.messageId(), move));
    List<String> sorted = distinct.keySet().stream().map(UUID::toString).sorted().toList();
    Map<UUID, Standing> standing = new LinkedHashMap<>();
    jdbc.sql(LOCK)
        .param("tenantIds", Columns.of(distinct.values(), StatusMove::tenantId))
        .param("ids", Columns.of(distinct.keySet(), id -> id))
        .param("lowest", sorted.getFirst())
        .param("highest", sorted.getLast())
        .query(StatusStore::toStanding)
        .list()
        .forEach(message -> standing.put(message.id(), message));
    return standing;
  }

  void update(List<Outcome> outcomes) {
    List<String> sorted =
        outcomes.stream().map(outcome -> outcome.before().id().toString()).sorted().toList();
    jdbc.sql(UPDATE)
        .param("tenantIds", Columns.of(outcomes, outcome -> outcome.before().tenantId()))
        .param("ids", Columns.of(outcomes, outcome -> outcome.before().id()))
        .param("statuses", Columns.of(outcomes, outcome -> outcome.status().wireName()))
        .param("statusAt", Columns.of(outcomes, Outcome::at))
        .param("errorCodes", Columns.of(outcomes, Outcome::errorCode))
        .param("errorTexts", Columns.of(outcomes, Outcome::errorText))
        .param("wamids", Columns.of(outcomes, Outcome::wamid))
        .param("genesysIds", Columns.of(outcomes, Outcome::genesysId))
        .param("lowest", sorted.getFirst())
        .param("highest", sorted.getLast())
        .update();
  }

  /// Notes the ids that partners gave to messages; known ones stay.
  void refer(Collection<Name> names) {
    jdbc.sql(REFER)
        .param("tenantIds", Columns.of(names, name -> name.message().tenantId()))
        .param("kinds", Columns.of(names, name -> name.reference().kind()))
        .param("references", Columns.of(names, name -> name.reference().id()))
        .param("ids", Columns.of(names, name -> name.message().id()))
        .param("conversationIds", Columns.of(names, name -> name.message().conversationId()))
        .param("partial", Columns.of(names, Name::partial))
        .update();
  }

  void move(Collection<ConversationMove> moves) {
    jdbc.sql(MOVE_CONVERSATIONS)
        .param("tenantIds", Columns.of(moves, ConversationMove::tenantId))
        .param("ids", Columns.of(moves, ConversationMove::id))
        .param("statuses", Columns.of(moves, ConversationMove::status))
        .param("genesysIds", Columns.of(moves, ConversationMove::genesysId))
        .param("errorCodes", Columns.of(moves, ConversationMove::errorCode))
        .update();
  }

  private static Standing toStanding(ResultSet row, int number) throws SQLException {
    return new Standing(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getString("direction"),
        MessageStatus.ofWireName(row.getString("status")),
        row.getString("genesys_address"),
        row.getString("genesys_id"),
        row.getString("conversation_status"),
        row.getString("genesys_conversation_id"));
  }
}
