package io.agentportal.conversations.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.conversations.list.ConversationOrder.Column;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list never reads a whole table, whatever is asked of it.
class ListPlansTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final TenantId TENANT = new TenantId(UUID.randomUUID());

  private final ConversationListQueries list = TestLists.of(database);

  @BeforeAll
  static void manyConversationsOfManyTenants() {
    database
        .jdbc()
        .sql(
            """
            with tenant as (
              select case when t = 0 then cast(:tenantId as uuid) else gen_random_uuid() end as id
                from generate_series(0, 9) as t
            ), person as (
              insert into contact (tenant_id, id, phone, display_name, genesys_address, created_at)
              select t.id, gen_random_uuid(), 1555000000 + n, 'Ann Lee ' || n, '+' || n, now()
                from tenant t
               cross join generate_series(1, 3000) as n
              returning tenant_id, id, phone, display_name
            )
            insert into conversation (tenant_id, id, contact_id, phone_number_id, contact_name, wa_id,
                                      status, last_message_direction, last_error_code, created_at,
                                      last_activity_at)
            select p.tenant_id, gen_random_uuid(), p.id, '340000000000201', p.display_name, p.phone,
                   (array['active', 'closed', 'error'])[1 + cast(random() * 2 as integer)],
                   (array['inbound', 'outbound'])[1 + cast(random() as integer)],
                   (array['', '131026', '131047'])[1 + cast(random() * 2 as integer)],
                   now() - random() * interval '90 days', now() - random() * interval '9 days'
              from person p
            """)
        .param("tenantId", TENANT.value())
        .update();
    database.jdbc().sql("analyze").update();
  }

  static Stream<ConversationOrder> orders() {
    return Stream.of(Column.values())
        .flatMap(column ->
            Stream.of(new ConversationOrder(column, true), new ConversationOrder(column, false)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void pagesInEveryOrder(ConversationOrder order) {
    assertThat(tablesReadWhole(everything().with(order), 2)).isZero();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void filtersInEveryOrder(ConversationOrder order) {
    for (ConversationStatus status : ConversationStatus.values()) {
      assertThat(tablesReadWhole(everything().with(order).with(status), 2)).isZero();
    }
    assertThat(tablesReadWhole(rare().with(order), 1)).isZero();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void opensDeepPages(ConversationOrder order) {
    assertThat(tablesReadWhole(everything().with(order), 140)).isZero();
    assertThat(tablesReadWhole(everything().with(order).with(ConversationStatus.CLOSED), 60))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Lee 17", "1555000017", "le", "nobody at all", "%%%", "wamid.abc", "DE.1234567"})
  void searches(String typed) {
    Optional<ConversationSearch> search = ConversationSearch.parse(typed, Role.ADMIN);

    assertThat(orders().map(order -> tablesReadWhole(everything().with(order).with(search), 1)))
        .allMatch(scans -> scans == 0);
    assertThat(tablesReadWhole(rare().with(search), 1)).isZero();
  }

  @Test
  void findsOneById() {
    var search = ConversationSearch.parse(UUID.randomUUID().toString(), Role.ADMIN);

    assertThat(tablesReadWhole(everything().with(search), 1)).isZero();
  }

  private static ListFilter everything() {
    return ListFilter.everything(TENANT);
  }

  /// A combination and a time that few conversations have.
  private static ListFilter rare() {
    Instant now = Instant.now();
    return new ListFilter(
        TENANT,
        Optional.of(ConversationStatus.ERROR),
        Optional.of("inbound"),
        Optional.of("340000000000201"),
        Optional.of("131026"),
        ActivityRange.of(now.minus(Duration.ofDays(5)), now.minus(Duration.ofHours(30))),
        Optional.empty(),
        ConversationOrder.NEWEST_ACTIVITY_FIRST);
  }

  private long tablesReadWhole(ListFilter filter, int page) {
    Long scans =
        database
            .transactions()
            .execute(_ -> {
              list.page(filter, page, 20);
              return database
                  .jdbc()
                  .sql(
                      """
                      select coalesce(sum(t.seq_scan), 0)
                        from pg_stat_xact_user_tables t
                       where t.relname like 'conversation%' or t.relname in ('contact', 'message_reference')
                      """)
                  .query(Long.class)
                  .single();
            });
    return scans == null ? -1 : scans;
  }
}
