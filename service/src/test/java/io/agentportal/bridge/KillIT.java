package io.agentportal.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentportal.platform.db.TestDatabase;
import io.agentsandbox.Sandbox;
import io.agentsandbox.SandboxOptions;
import io.agentsandbox.demo.DemoSetUp;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
  private static final int CUSTOMERS = 100;
  private static final int MESSAGES = 20;
  private static final int CONNECTIONS = 8;

  /// Early, while many first messages are on their way; `-Dkill.after=1000`: in the middle.
  private static final int ANSWERED_BEFORE = Integer.getInteger("kill.after", 200);

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern HOOK = Pattern.compile("/webhook/meta/[0-9a-f-]{36}");

  private static final String MASTER_KEY =
      """
      {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
      "value":"GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==","keyMaterialType":"SYMMETRIC"},\
      "status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}\
      """;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path folder;

  @Test
  void losesAndDoublesNothingWhenItIsKilled() throws Exception {
    try (var sandbox = Sandbox.start(SandboxOptions.forTests());
        var service = new ServiceProcess(folder, properties(sandbox));
        var crowd = new CustomerCrowd(CONNECTIONS, sandbox.northwind().meta())) {
      service.start();
      URI hook = service.baseUri().resolve(setUp(sandbox, service));

      List<Future<?>> lines = crowd.write(hook, CUSTOMERS, MESSAGES);
      await().atMost(PATIENCE).until(() -> crowd.answered() >= ANSWERED_BEFORE);
      service.kill();
      int beforeTheKill = receivedBy(sandbox);
      service.start();
      for (Future<?> line : lines) {
        line.get();
      }
      await().atMost(PATIENCE).until(() -> receivedBy(sandbox) >= CUSTOMERS * MESSAGES);

      assertThat(beforeTheKill).isLessThan(CUSTOMERS * MESSAGES);
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        List<String> said = CustomerCrowd.texts(customer, MESSAGES);
        assertThat(atGenesys(sandbox, customer)).isEqualTo(said);
        assertThat(inTheTranscript(customer)).isEqualTo(said);
      }
    }
  }

  private static String setUp(Sandbox sandbox, ServiceProcess service) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var demo =
          new DemoSetUp(http, service.baseUri(), sandbox.northwind(), sandbox.password(), _ -> {});
      assertThat(demo.withPauseAfterFailure(Duration.ofMillis(200)).run()).isTrue();
    }
    Matcher hook = HOOK.matcher(sandbox.control().state().toString());
    assertThat(hook.find()).isTrue();
    return hook.group();
  }

  private static int receivedBy(Sandbox sandbox) {
    return sandbox
        .control()
        .conversations("northwind")
        .valueStream()
        .mapToInt(conversation -> conversation.path("messages").asInt())
        .sum();
  }

  private static List<String> atGenesys(Sandbox sandbox, int customer) {
    return sandbox
        .control()
        .genesysMessages("northwind", "+" + CustomerCrowd.phone(customer))
        .valueStream()
        .map(message -> message.path("text").asString(""))
        .toList();
  }

  private static List<String> inTheTranscript(int customer) {
    return database
        .jdbc()
        .sql(
            """
            select m.text
              from message m
              join contact c
                on c.tenant_id = m.tenant_id
               and c.id = m.contact_id
             where c.phone = :phone
             order by m.id
            """)
        .param("phone", CustomerCrowd.phone(customer))
        .query(String.class)
        .list();
  }

  private static Map<String, String> properties(Sandbox sandbox) {
    Map<String, String> properties = new HashMap<>(database.properties());
    properties.put("portal.master-key", MASTER_KEY);
    String base = sandbox.baseUri().toString();
    properties.put("portal.genesys.client-id", sandbox.loginClient().id());
    properties.put("portal.genesys.client-secret", sandbox.loginClient().secret());
    properties.put("portal.genesys.regions.us-east-1.login-url", base);
    properties.put("portal.genesys.regions.us-east-1.api-url", base);
    properties.put("portal.meta.graph-url", base);
    return properties;
  }
}
