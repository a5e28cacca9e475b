package io.agentportal.conversations;

import static io.agentportal.conversations.ConversationRowsFixture.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalTest;
import io.agentportal.audit.AuditEntry;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.live.LiveUpdates;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IdleConversationsIT {
  private final PortalTest portal = PortalTest.running();
  private final TenantId tenantId = new TenantId(UUID.randomUUID());
  private final ConversationRowsFixture rows = new ConversationRowsFixture(portal.jdbc(), tenantId);

  /// Long before the conversations of other tests.
  private final MovableClock clock = MovableClock.at("2020-01-01T00:00:00Z");

  private final IdleConversations idle =
      new IdleConversations(
          portal.jdbc(),
          new TransactionTemplate(portal.bean(PlatformTransactionManager.class)),
          portal.bean(AuditTrail.class),
          portal.bean(LiveUpdates.class),
          clock,
          new IdleProperties(Duration.ofDays(3), Duration.ofMinutes(1)));

  @Test
  void areClosedAfter72HoursAndNoSooner() {
    UUID id = rows.insert(conversation("Ann", "15550100221", clock.instant()));

    clock.advance(Duration.ofDays(3));
    idle.close();
    assertThat(statusOf(id)).isEqualTo("active");

    clock.advance(Duration.ofSeconds(1));
    idle.close();
    assertThat(statusOf(id)).isEqualTo("closed");
    assertThat(portal.bean(AuditTrail.class).about(tenantId, "conversation:" + id, 10))
        .extracting(AuditEntry::action)
        .containsExactly("conversation.closed");
  }

  @Test
  void stayInErrorUntilSomethingSucceeds() {
    UUID id = rows.insert(conversation("Bo", "15550100222", clock.instant()).status("error"));

    clock.advance(Duration.ofDays(4));
    idle.close();

    assertThat(statusOf(id)).isEqualTo("error");
  }

  private String statusOf(UUID id) {
    return portal
        .jdbc()
        .sql("select c.status from conversation c where c.tenant_id = :tenantId and c.id = :id")
        .param("tenantId", tenantId.value())
        .param("id", id)
        .query(String.class)
        .single();
  }
}
