package io.agentportal.conversations;

import io.agentportal.platform.db.Columns;
import io.agentportal.platform.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `contact` and `contact_former_address`. Every statement names one tenant.
@Repository
class ContactStore {
  /// First key of the advisory lock that makes finding and making contacts one step.
  private static final int LOCK_SPACE = 0x636f_6e74;

  private static final String LOCK = "select pg_advisory_xact_lock(:space, hashtext(:tenantId))";

  private static final String FIND =
      """
      select c.id, c.user_id, c.phone, c.username, c.display_name, c.genesys_address, c.merged_into
        from contact c
       where c.tenant_id = :tenantId
         and (c.user_id = any (:userIds)
           or c.phone = any (:phones)
           or c.genesys_address = any (:genesysAddresses))
      """;

  private static final String FIND_BY_ID =
      """
      select c.id, c.user_id, c.phone, c.username, c.display_name, c.genesys_address, c.merged_into
        from contact c
       where c.tenant_id = :tenantId
         and c.id = any (cast(:ids as uuid[]))
      """;

  private static final String INSERT =
      """
      insert into contact (tenant_id, id, user_id, phone, username, display_name, genesys_address, created_at)
      select :tenantId, n.id, n.user_id, n.phone, n.username, n.display_name, n.genesys_address, :now
        from unnest(cast(:ids as uuid[]), cast(:userIds as text[]), cast(:phones as text[]),
                    cast(:usernames as text[]), cast(:displayNames as text[]), cast(:genesysAddresses as text[]))
             as n (id, user_id, phone, username, display_name, genesys_address)
      """;

  /// Addresses change hands within one transaction: first all are let go, then taken.
  private static final String RELEASE =
      """
      update contact c
         set user_id = null, phone = null
       where c.tenant_id = :tenantId
         and c.id = any (cast(:ids as uuid[]))
      """;

  private static final String UPDATE =
      """
      update contact c
         set user_id = n.user_id, phone = n.phone, username = n.username, display_name = n.display_name,
             genesys_address = n.genesys_address, merged_into = n.merged_into
        from unnest(cast(:ids as uuid[]), cast(:userIds as text[]), cast(:phones as text[]),
                    cast(:usernames as text[]), cast(:displayNames as text[]), cast(:genesysAddresses as text[]),
                    cast(:mergedInto as uuid[]))
             as n (id, user_id, phone, username, display_name, genesys_address, merged_into)
       where c.tenant_id = :tenantId
         and c.id = n.id
      """;

  private static final String KEEP_FORMER =
      """
      insert into contact_former_address (tenant_id, contact_id, address, until)
      select :tenantId, n.contact_id, n.address, :now
        from unnest(cast(:ids as uuid[]), cast(:addresses as text[])) as n (contact_id, address)
      on conflict (tenant_id, contact_id, address) do update set until = excluded.until
      """;

  private final JdbcClient jdbc;

  ContactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Holds the tenant's contacts until the transaction ends: nobody else makes or links any.
  void lock(TenantId tenant) {
    jdbc.sql(LOCK)
        .param("space", LOCK_SPACE)
        .param("tenantId", tenant.toString())
        .query((_, _) -> true)
        .single();
  }

  /// Everybody who is known by one of the addresses, and who they were merged into.
  ContactBook find(TenantId tenant, Collection<ContactAddress> addresses) {
    Set<String> userIds = distinct(addresses.stream().map(ContactAddress::userId));
    Set<String> phones = distinct(addresses.stream().map(ContactAddress::phone));
    Set<String> genesys =
        distinct(
            Stream.concat(userIds.stream(), addresses.stream().map(ContactBook::genesysAddress)));
    Map<UUID, Contact> found = new LinkedHashMap<>();
    jdbc.sql(FIND)
        .param("tenantId", tenant.value())
        .param("userIds", userIds.toArray(String[]::new))
        .param("phones", phones.toArray(String[]::new))
        .param("genesysAddresses", genesys.toArray(String[]::new))
        .query(ContactStore::toContact)
        .list()
        .forEach(contact -> found.put(contact.id, contact));
    followMerges(tenant, found);
    return new ContactBook(found.values());
  }

  private void followMerges(TenantId tenant, Map<UUID, Contact> found) {
    while (true) {
      List<UUID> missing =
          found.values().stream()
              .map(Contact::mergedInto)
              .filter(Objects::nonNull)
              .filter(id -> !found.containsKey(id))
              .distinct()
              .toList();
      if (missing.isEmpty()) {
        return;
      }
      jdbc.sql(FIND_BY_ID)
          .param("tenantId", tenant.value())
          .param("ids", Columns.of(missing, id -> id))
          .query(ContactStore::toContact)
          .list()
          .forEach(contact -> found.put(contact.id, contact));
    }
  }

  /// Writes what the book changed.
  void save(TenantId tenant, ContactBook book, Instant now) {
    List<Contact> released = book.all().stream().filter(Contact::isReleased).toList();
    if (!released.isEmpty()) {
      jdbc.sql(RELEASE)
          .param("tenantId", tenant.value())
          .param("ids", Columns.of(released, contact -> contact.id))
          .update();
    }
    update(tenant, book.all().stream().filter(Contact::isChanged).toList());
    insert(tenant, book.all().stream().filter(contact -> contact.isNew).toList(), now);
    keepFormerAddresses(tenant, released, now);
  }

  private void update(TenantId tenant, List<Contact> contacts) {
    if (contacts.isEmpty()) {
      return;
    }
    withColumns(jdbc.sql(UPDATE).param("tenantId", tenant.value()), contacts)
        .param("mergedInto", Columns.of(contacts, Contact::mergedInto))
        .update();
  }

  private void insert(TenantId tenant, List<Contact> contacts, Instant now) {
    if (contacts.isEmpty()) {
      return;
    }
    withColumns(jdbc.sql(INSERT).param("tenantId", tenant.value()), contacts)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static JdbcClient.StatementSpec withColumns(
      JdbcClient.StatementSpec statement, List<Contact> contacts) {
    List<Contact.State> states = contacts.stream().map(Contact::state).toList();
    return statement
        .param("ids", Columns.of(contacts, contact -> contact.id))
        .param("userIds", Columns.of(states, Contact.State::userId))
        .param("phones", Columns.of(states, Contact.State::phone))
        .param("usernames", Columns.of(states, Contact.State::username))
        .param("displayNames", Columns.of(states, Contact.State::displayName))
        .param("genesysAddresses", Columns.of(states, Contact.State::genesysAddress));
  }

  private void keepFormerAddresses(TenantId tenant, List<Contact> contacts, Instant now) {
    List<UUID> owners = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (Contact contact : contacts) {
      for (String address : Set.copyOf(contact.formerAddresses())) {
        owners.add(contact.id);
        addresses.add(address);
      }
    }
    if (addresses.isEmpty()) {
      return;
    }
    jdbc.sql(KEEP_FORMER)
        .param("tenantId", tenant.value())
        .param("ids", Columns.of(owners, owner -> owner))
        .param("addresses", Columns.of(addresses, address -> address))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Set<String> distinct(Stream<? extends @Nullable String> values) {
    return values.filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static Contact toContact(ResultSet row, int number) throws SQLException {
    return new Contact(
        row.getObject("id", UUID.class),
        false,
        new Contact.State(
            row.getString("user_id"),
            row.getString("phone"),
            row.getString("username"),
            row.getString("display_name"),
            row.getString("genesys_address"),
            row.getObject("merged_into", UUID.class)));
  }
}
