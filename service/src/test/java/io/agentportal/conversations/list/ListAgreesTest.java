package io.agentportal.conversations.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.conversations.list.ConversationListQueries.Listed;
import io.agentportal.conversations.list.ConversationOrder.Column;
import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever way the list is read, it shows what one plain statement shows.
class ListAgreesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private final TenantId tenantId = new TenantId(UUID.randomUUID());
  private final ConversationListQueries list = TestLists.of(database);
  private final TallyFolding folding = new TallyFolding(database.jdbc(), database.transactions());

  @BeforeEach
  void manyConversations() {
    database
        .jdbc()
        .sql(
            """
            with person as (
              insert into contact (tenant_id, id, phone, display_name, genesys_address, created_at)
              select :tenantId, gen_random_uuid(), 15550100000 + n,
                     (array['Ann', 'Bo', 'Çem', 'Di'])[1 + n % 4] || ' Lee ' || n, '+' || n, now()
                from generate_series(1, 1500) as n
              returning tenant_id, id, phone, display_name
            )
            insert into conversation (tenant_id, id, contact_id, phone_number_id, contact_name, wa_id,
                                      status, message_count, created_at, last_activity_at)
            select p.tenant_id, gen_random_uuid(), p.id, '34000000000020' || (p.phone::bigint % 2),
                   p.display_name, p.phone, 'active', p.phone::bigint % 7,
                   cast(:noon as timestamptz) - interval '40 days' * random(),
                   date_trunc('minute', cast(:noon as timestamptz) - interval '20 days' * random())
              from person p
            """)
        .param("tenantId", tenantId.value())
        .param("noon", NOON.toString())
        .update();
    stir();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void withOneStatementForEverything(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      ListFilter filter = filter(random);
      List<UUID> expected = plain(filter);
      int page = 1 + random.nextInt(Math.max(1, expected.size() / 20 + 1));

      Listed listed = list.page(filter, page, 20);

      assertThat(listed.total()).as(filter.toString()).isEqualTo(expected.size());
      assertThat(listed.rows())
          .as("page %d of %s", page, filter)
          .extracting(ConversationSummary::id)
          .isEqualTo(expected.stream().skip((page - 1) * 20L).limit(20).toList());
      change(i);
    }
  }

  /// Messages, failures, a fold of the notes: totals stay right in between.
  private void change(int i) {
    if (i % 20 == 7) {
      stir();
    }
    if (i % 20 == 13) {
      folding.foldAcrossTenants();
    }
    if (i % 20 == 17) {
      database
          .jdbc()
          .sql("delete from conversation c where c.tenant_id = :t and c.message_count = 6")
          .param("t", tenantId.value())
          .update();
    }
  }

  private void stir() {
    database
        .jdbc()
        .sql(
            """
            update conversation c
               set status = (array['active', 'closed', 'error'])[1 + floor(random() * 3)::int],
                   last_message_direction = (array['inbound', 'outbound'])[1 + floor(random() * 2)::int],
                   last_error_code = (array['', '', '131026', '131047'])[1 + floor(random() * 4)::int],
                   message_count = c.message_count + 1,
                   last_activity_at = least(c.last_activity_at + interval '1 day' * random(),
                                            cast(:noon as timestamptz))
             where c.tenant_id = :tenantId
               and random() < 0.8
            """)
        .param("tenantId", tenantId.value())
        .param("noon", NOON.toString())
        .update();
  }

  private ListFilter filter(Random random) {
    Instant from = NOON.minus(Duration.ofMinutes(random.nextInt(30_000)));
    return new ListFilter(
        tenantId,
        maybe(random, any(random, ConversationStatus.values())),
        maybe(random, any(random, "inbound", "outbound")),
        maybe(random, "34000000000020" + random.nextInt(2)),
        maybe(random, any(random, "131026", "131047", "none")),
        random.nextBoolean()
            ? ActivityRange.ALWAYS
            : ActivityRange.of(
                random.nextBoolean() ? from : null,
                random.nextBoolean() ? from.plus(Duration.ofHours(random.nextInt(200))) : null),
        maybe(random, any(random, "lee 1", "0100", "ann", "ÇEM", "x"))
            .flatMap(typed -> ConversationSearch.parse(typed, Role.ADMIN)),
        new ConversationOrder(any(random, Column.values()), random.nextBoolean()));
  }

  @SafeVarargs
  private static <T> T any(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> Optional<T> maybe(Random random, T value) {
    return random.nextInt(3) == 0 ? Optional.of(value) : Optional.empty();
  }

  private List<UUID> plain(ListFilter filter) {
    String typed =
        filter
            .search()
            .map(search -> ((ConversationSearch.ByText) search).pattern().replace("%", ""))
            .orElse(null);
    return filter
        .bind(
            database
                .jdbc()
                .sql(
                    """
                    select c.id
                      from conversation c
                      join conversation_directory d on d.tenant_id = c.tenant_id and d.id = c.id
                     where c.tenant_id = :tenantId
                       and %s
                       and (cast(:name as text) is null or c.contact_name ilike '%%' || :name || '%%'
                            or c.wa_id like '%%' || :name || '%%')
                     order by %s
                    """
                        .formatted(ListFilter.CONDITIONS, filter.order().orderBy())))
        .param("name", typed)
        .query(UUID.class)
        .list();
  }
}
