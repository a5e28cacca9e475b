package io.agentportal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.platform.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookParcelTest {
  private final TenantId tenant = StoreParts.aTenant();

  @Test
  void putsAlikeCallsTogetherInTheOrderOfTheirComing() {
    NewWebhook first = StoreParts.aCall(tenant, "first");
    NewWebhook elsewhere = StoreParts.aCall(StoreParts.aTenant(), "elsewhere");
    NewWebhook second = StoreParts.aCall(tenant, "second");

    List<WebhookParcel> parcels = WebhookParcel.of(List.of(first, elsewhere, second));

    assertThat(parcels)
        .extracting(WebhookParcel::calls)
        .containsExactly(List.of(first, second), List.of(elsewhere));
  }

  @Test
  void keepsApartWhatDiffersInAnythingButTheBody() {
    NewWebhook call = StoreParts.aCall(tenant, "{}");

    List<WebhookParcel> parcels =
        WebhookParcel.of(
            List.of(
                call,
                new NewWebhook(
                    tenant,
                    WebhookSource.GENESYS,
                    call.signedWith(),
                    call.contentType(),
                    call.userAgent(),
                    call.body()),
                new NewWebhook(
                    tenant,
                    call.source(),
                    "previous",
                    call.contentType(),
                    call.userAgent(),
                    call.body()),
                new NewWebhook(
                    tenant, call.source(), call.signedWith(), null, call.userAgent(), call.body()),
                new NewWebhook(
                    tenant,
                    call.source(),
                    call.signedWith(),
                    call.contentType(),
                    "another agent",
                    call.body())));

    assertThat(parcels).hasSize(5);
  }

  @Test
  void givesEachBodyBackAsItCame() {
    WebhookParcel parcel =
        new WebhookParcel(
            List.of(
                StoreParts.aCall(tenant, "one"),
                StoreParts.aCall(tenant, ""),
                StoreParts.aCall(tenant, "three")));

    List<byte[]> bodies = WebhookParcel.bodies(parcel.body(), new Integer[] {3, 0, 5});

    assertThat(parcel.lengths()).isEqualTo("{3,0,5}");
    assertThat(bodies)
        .extracting(body -> new String(body, StandardCharsets.UTF_8))
        .containsExactly("one", "", "three");
  }

  @Test
  void leavesASingleCallAsItIs() {
    WebhookParcel parcel = new WebhookParcel(List.of(StoreParts.aCall(tenant, "alone")));

    assertThat(parcel.lengths()).isNull();
    assertThat(WebhookParcel.bodies(parcel.body(), null)).containsExactly(parcel.body());
  }

  @Test
  void holdsNoMoreCallsThanThereAreNumbersBetweenTwoRows() {
    List<NewWebhook> tooMany = Collections.nCopies(1_025, StoreParts.aCall(tenant, "{}"));

    assertThatThrownBy(() -> new WebhookParcel(tooMany))
        .hasMessage("calls of a parcel: 1025 (expected: 1..1024)");
  }
}
