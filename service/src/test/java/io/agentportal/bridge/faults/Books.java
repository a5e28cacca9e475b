package io.agentportal.bridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What one [Correspondence] led to, read at both ends and in the portal.
final class Books {
  private final FaultWorld world;
  private final Correspondence letters;

  Books(FaultWorld world, Correspondence letters) {
    this.world = world;
    this.letters = letters;
  }

  /// Where a message stands in the portal.
  private record Entry(String customer, String direction, String text, String status, String code) {
    boolean isFailed() {
      return status.equals("failed");
    }

    boolean isAtItsEnd() {
      return isFailed() || status.equals(direction.equals("inbound") ? "delivered" : "read");
    }
  }

  /// Whether every message has found its end: nothing waits anywhere.
  boolean areClosed() {
    List<Entry> entries = entries();
    long written =
        2L * letters.customers().size() * letters.said(letters.customers().getFirst()).size();
    return entries.size() == written
        && entries.stream().allMatch(Entry::isAtItsEnd)
        && waiting() == 0;
  }

  /// Whether nothing waits to be handed over; the customers may still have to read it.
  boolean areDelivered() {
    return entries().stream()
        .noneMatch(entry -> Set.of("queued", "accepted", "sent").contains(entry.status()));
  }

  /// Everything arrived once and in order, both ways, and both partners and the portal agree.
  void assertBalanced() {
    assertBalancedExcept(Set.of());
  }

  /// The same, except that answers may have failed for one of these reasons; those are not at
  /// WhatsApp, and Genesys was told.
  void assertBalancedExcept(Set<String> reasons) {
    assertNothingIsLeft();
    Map<String, List<String>> atGenesys = atGenesys();
    Map<String, List<String>> atWhatsApp = atWhatsApp();
    Map<String, Set<String>> told = receipts();
    Map<String, List<Entry>> entries = byCustomer();
    assertThat(entries.values().stream().flatMap(List::stream).filter(Entry::isFailed))
        .as("messages that failed")
        .allMatch(entry -> entry.direction().equals("outbound") && reasons.contains(entry.code()));
    for (String customer : letters.customers()) {
      assertThat(atGenesys.getOrDefault(customer, List.of()))
          .as("what agents see of " + customer)
          .isEqualTo(letters.said(customer));
      List<Entry> here = entries.getOrDefault(customer, List.of());
      assertThat(texts(here, "inbound")).isEqualTo(letters.said(customer));
      assertThat(texts(here, "outbound")).isEqualTo(letters.answered(customer));
      List<String> arrived = new ArrayList<>();
      for (Entry entry : here) {
        if (entry.direction().equals("outbound")) {
          if (!entry.isFailed()) {
            arrived.add(entry.text());
          }
          assertThat(told.get(idOf(entry)))
              .as("receipts of " + entry)
              .containsExactly(entry.isFailed() ? "Failed" : "Delivered");
        }
      }
      assertThat(atWhatsApp.getOrDefault(customer, List.of()))
          .as("what " + customer + " got")
          .isEqualTo(arrived);
    }
  }

  /// How many answers failed.
  long failedAnswers() {
    return entries().stream()
        .filter(entry -> entry.direction().equals("outbound") && entry.isFailed())
        .count();
  }

  /// What agents see of each customer, in order of arrival.
  Map<String, List<String>> atGenesys() {
    Map<String, List<String>> texts = new HashMap<>();
    for (JsonNode message : world.control.genesysMessages(letters.organisation().key())) {
      String customer = message.path("contact").asString("").replace("+", "");
      texts
          .computeIfAbsent(customer, _ -> new ArrayList<>())
          .add(message.path("text").asString(""));
    }
    return texts;
  }

  /// What each customer got, in the order that WhatsApp took it.
  Map<String, List<String>> atWhatsApp() {
    Map<String, List<String>> texts = new HashMap<>();
    for (JsonNode message : world.control.metaMessages(letters.organisation().key())) {
      String customer = message.path("to").asString("").replace("+", "");
      texts
          .computeIfAbsent(customer, _ -> new ArrayList<>())
          .add(message.path("body").path("text").path("body").asString(""));
    }
    return texts;
  }

  private void assertNothingIsLeft() {
    assertThat(areClosed()).isTrue();
    assertThat(
            ofOurCustomers(
                """
                select count(*)
                  from delivery_lane l
                  join contact c
                    on c.tenant_id = l.tenant_id
                   and c.id = l.contact_id
                 where c.tenant_id = :t
                   and c.phone = any (:phones)
                   and (l.owner is not null or l.sending is not null or l.due_at is not null)
                """))
        .as("lanes that are not at rest")
        .isZero();
  }

  private long waiting() {
    return ofOurCustomers(
        """
        select count(*)
          from delivery d
          join contact c
            on c.tenant_id = d.tenant_id
           and c.id = d.contact_id
         where c.tenant_id = :t
           and c.phone = any (:phones)
        """);
  }

  private long ofOurCustomers(String sql) {
    return world
        .jdbc
        .sql(sql)
        .param("t", letters.tenant().value())
        .param("phones", letters.customers().toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  private Map<String, Set<String>> receipts() {
    Map<String, Set<String>> told = new HashMap<>();
    for (JsonNode receipt : world.control.genesysReceipts(letters.organisation().key())) {
      told.computeIfAbsent(receipt.path("id").asString(""), _ -> new HashSet<>())
          .add(receipt.path("status").asString(""));
    }
    return told;
  }

  private static String idOf(Entry answer) {
    String round = answer.text().split(" ", -1)[1];
    return Correspondence.answerId(answer.customer(), Integer.parseInt(round));
  }

  private static List<String> texts(List<Entry> entries, String direction) {
    return entries.stream()
        .filter(entry -> entry.direction().equals(direction))
        .map(Entry::text)
        .toList();
  }

  private Map<String, List<Entry>> byCustomer() {
    Map<String, List<Entry>> entries = new LinkedHashMap<>();
    entries()
        .forEach(
            entry -> entries.computeIfAbsent(entry.customer(), _ -> new ArrayList<>()).add(entry));
    return entries;
  }

  private List<Entry> entries() {
    return world
        .jdbc
        .sql(
            """
            select c.phone, m.direction, m.text, m.status, coalesce(m.error_code, '') as code
              from message m
              join contact c
                on c.tenant_id = m.tenant_id
               and c.id = m.contact_id
             where m.tenant_id = :t
               and c.phone = any (:phones)
             order by m.id
            """)
        .param("t", letters.tenant().value())
        .param("phones", letters.customers().toArray(String[]::new))
        .query((row, _) ->
            new Entry(
                row.getString("phone"),
                row.getString("direction"),
                row.getString("text"),
                row.getString("status"),
                row.getString("code")))
        .list();
  }
}
