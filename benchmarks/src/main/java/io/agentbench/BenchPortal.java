package io.agentbench;

import io.agentportal.PortalApplication;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.webhooks.WebhookStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/// Starts the service with two things that only a measurement wants: tenants whose app secret is
/// known, and, with `--bench.storage=off`, a store that takes every call and keeps none.
public final class BenchPortal {
  static final List<TenantId> TENANTS =
      IntStream.range(0, 16)
          .mapToObj(i -> TenantId.parse("5b2c7f3e-6a0d-4c55-9d0f-3f1f6f9f7c%02x".formatted(i)))
          .toList();
  static final String APP_SECRET = "the app secret of the benchmark";
  static final String STORAGE_OFF = "--bench.storage=off";

  private BenchPortal() {}

  static void main(String[] arguments) {
    var application = new SpringApplication(PortalApplication.class);
    boolean storing = !Arrays.asList(arguments).contains(STORAGE_OFF);
    application.addInitializers(context -> {
      var beans = (GenericApplicationContext) context;
      if (!storing) {
        beans.registerBean(
            WebhookStore.class, () -> _ -> {}, definition -> definition.setPrimary(true));
      }
      beans.registerBean(ApplicationRunner.class, () -> _ -> keepSecrets(beans));
    });
    application.run(arguments);
  }

  private static void keepSecrets(GenericApplicationContext beans) {
    Vault vault = beans.getBean(Vault.class);
    for (TenantId tenant : TENANTS) {
      vault.store(
          tenant, CredentialKind.WHATSAPP_APP_SECRET, SecretText.of(APP_SECRET), null, true);
    }
  }
}
