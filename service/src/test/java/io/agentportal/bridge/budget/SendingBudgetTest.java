package io.agentportal.bridge.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.bridge.budget.SendingBudget.Answer;
import io.agentportal.bridge.budget.SendingBudget.CustomerWaits;
import io.agentportal.bridge.budget.SendingBudget.Go;
import io.agentportal.bridge.budget.SendingBudget.NumberWaits;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.time.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendingBudgetTest {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SendingBudget budget =
      new SendingBudget(new BudgetProperties(80, 45, Duration.ofSeconds(6)), registry, clock);
  private final TenantId tenant = new TenantId(UUID.randomUUID());
  private final UUID customer = UUID.randomUUID();

  @Test
  void letsACustomerHave45MessagesInARowAndThenOneInSixSeconds() {
    for (int i = 0; i < 45; i++) {
      assertThat(budget.take(tenant, customer)).isEqualTo(new Go());
    }

    assertThat(budget.take(tenant, customer)).isEqualTo(new CustomerWaits(Duration.ofSeconds(6)));
    clock.advance(Duration.ofSeconds(6));
    assertThat(budget.take(tenant, customer)).isEqualTo(new Go());
    assertThat(budget.take(tenant, customer)).isInstanceOf(CustomerWaits.class);
    assertThat(budget.take(tenant, UUID.randomUUID())).as("another customer").isEqualTo(new Go());
  }

  @Test
  void letsANumberSend80MessagesASecond() {
    for (int i = 0; i < 80; i++) {
      assertThat(budget.take(tenant, UUID.randomUUID())).isEqualTo(new Go());
    }

    assertThat(budget.take(tenant, customer)).isEqualTo(new NumberWaits(Duration.ofMillis(13)));
    assertThat(registry.get("portal.bridge.budget.left").gauge().value()).isLessThan(1);
    clock.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 80; i++) {
      assertThat(budget.take(tenant, UUID.randomUUID())).isEqualTo(new Go());
    }
    Answer otherTenant = budget.take(new TenantId(UUID.randomUUID()), customer);
    assertThat(otherTenant).isEqualTo(new Go());
  }

  @Test
  void doesNotChargeTheCustomerForWhatTheNumberCouldNotSend() {
    for (int i = 0; i < 80; i++) {
      budget.take(tenant, UUID.randomUUID());
    }
    for (int i = 0; i < 100; i++) {
      assertThat(budget.take(tenant, customer)).isInstanceOf(NumberWaits.class);
    }

    clock.advance(Duration.ofSeconds(1));

    for (int i = 0; i < 45; i++) {
      assertThat(budget.take(tenant, customer)).isEqualTo(new Go());
    }
  }
}
