package io.agentportal.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.conversations.ConversationListQueries.Filter;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list never reads a whole table, whatever is asked of it.
class ListPlansTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final TenantId TENANT = new TenantId(UUID.randomUUID());

  private final ConversationListQueries list = new ConversationListQueries(database.jdbc());

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
                                      status, created_at, last_activity_at)
            select p.tenant_id, gen_random_uuid(), p.id, '340000000000201', p.display_name, p.phone,
                   (array['active', 'closed', 'error'])[1 + cast(random() * 2 as integer)],
                   now() - random() * interval '90 days', now() - random() * interval '9 days'
              from person p
            """)
        .param("tenantId", TENANT.value())
        .update();
    database.jdbc().sql("analyze").update();
  }

  @ParameterizedTest
  @EnumSource
  void pagesInEveryOrder(ConversationOrder order) {
    assertThat(tablesReadWhole("", Optional.empty(), order)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void filtersByEveryStatus(ConversationStatus status) {
    assertThat(tablesReadWhole("", Optional.of(status), ConversationOrder.NEWEST_ACTIVITY_FIRST))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lee 17", "1555000017", "le", "nobody at all", "%%%"})
  void searches(String typed) {
    assertThat(tablesReadWhole(typed, Optional.empty(), ConversationOrder.NEWEST_ACTIVITY_FIRST))
        .isZero();
  }

  @Test
  void findsOneById() {
    assertThat(
            tablesReadWhole(
                UUID.randomUUID().toString(),
                Optional.empty(),
                ConversationOrder.NEWEST_ACTIVITY_FIRST))
        .isZero();
  }

  private long tablesReadWhole(
      String typed, Optional<ConversationStatus> status, ConversationOrder order) {
    var filter = new Filter(TENANT, status, ConversationSearch.parse(typed, Role.ADMIN), order);
    Long scans =
        database
            .transactions()
            .execute(_ -> {
              list.page(filter, 2, 20, list.count(filter));
              return database
                  .jdbc()
                  .sql(
                      """
                      select coalesce(sum(t.seq_scan), 0)
                        from pg_stat_xact_user_tables t
                       where t.relname in ('conversation', 'contact')
                      """)
                  .query(Long.class)
                  .single();
            });
    return scans == null ? -1 : scans;
  }
}
