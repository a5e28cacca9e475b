package io.agentportal.bridge.faults;

import io.agentportal.platform.tenancy.TenantId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// Many customers of an organisation and their agents, who write to each other in rounds: in each,
/// every customer says something and then gets an answer.
///
/// As the partners do, a call is repeated until it is answered 200; the next one about the same
/// person comes after it.
final class Correspondence implements AutoCloseable {
  private static final AtomicLong NUMBERS = new AtomicLong(4_917_600_000_000L);
  private static final int LINES = 8;
  private static final Duration AGAIN = Duration.ofMillis(50);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService lines = Executors.newFixedThreadPool(LINES);
  private final FaultWorld world;
  private final Organisation organisation;
  private final List<String> customers;
  private int rounds;

  private Correspondence(FaultWorld world, Organisation organisation, int customers) {
    this.world = world;
    this.organisation = organisation;
    this.customers =
        IntStream.range(0, customers)
            .mapToObj(_ -> Long.toString(NUMBERS.incrementAndGet()))
            .toList();
  }

  static Correspondence of(FaultWorld world, Organisation organisation, int customers) {
    return new Correspondence(world, organisation, customers);
  }

  Organisation organisation() {
    return organisation;
  }

  /// Their phone numbers, digits only.
  List<String> customers() {
    return customers;
  }

  /// What a customer has said so far, in order.
  List<String> said(String customer) {
    return IntStream.range(0, rounds).mapToObj(round -> question(customer, round)).toList();
  }

  /// What agents have answered so far, in order.
  List<String> answered(String customer) {
    return IntStream.range(0, rounds).mapToObj(round -> answer(customer, round)).toList();
  }

  static String question(String customer, int round) {
    return "Question %d of %s".formatted(round, customer);
  }

  static String answer(String customer, int round) {
    return "Answer %d to %s".formatted(round, customer);
  }

  /// Goes on for some rounds; returns when all calls were answered 200.
  void write(int more) {
    finish(begin(more));
  }

  /// The same without answers.
  void writeAsCustomers(int more) {
    finish(begin(more, true, false));
  }

  /// The same without questions.
  void writeAsAgents(int more) {
    finish(begin(more, false, true));
  }

  /// Waits until what was begun is written.
  static void finish(List<Future<?>> all) {
    for (Future<?> each : all) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /// Goes on in the background.
  List<Future<?>> begin(int more) {
    return begin(more, true, true);
  }

  private List<Future<?>> begin(int more, boolean asCustomers, boolean asAgents) {
    int first = rounds;
    rounds += more;
    List<Future<?>> all = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      int from = line;
      all.add(
          lines.submit(() -> {
            for (int round = first; round < first + more; round++) {
              for (int i = from; i < customers.size(); i += LINES) {
                if (asCustomers) {
                  post(fromCustomer(customers.get(i), round));
                }
                if (asAgents) {
                  post(fromAgent(customers.get(i), round));
                }
              }
            }
            return null;
          }));
    }
    return all;
  }

  @Override
  public void close() {
    lines.shutdownNow();
    http.shutdownNow();
  }

  private record Signed(URI hook, String body, String signature) {}

  private void post(Signed call) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(call.hook())
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + call.signature())
            .POST(BodyPublishers.ofString(call.body()))
            .build();
    while (status(request) != 200) {
      LockSupport.parkNanos(AGAIN.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException("told to stop before the call was answered 200");
      }
    }
  }

  private int status(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0; // Nobody there, or gone in the middle.
    }
  }

  private Signed fromCustomer(String customer, int round) {
    var meta = organisation.world().meta();
    String body =
        json(
            Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(
                    Map.of(
                        "id",
                        meta.wabaId(),
                        "changes",
                        List.of(Map.of("field", "messages", "value", value(customer, round)))))));
    byte[] mac = mac(meta.appSecret(), body);
    return new Signed(organisation.metaHook(), body, HexFormat.of().formatHex(mac));
  }

  private Map<String, ?> value(String customer, int round) {
    var meta = organisation.world().meta();
    return Map.of(
        "messaging_product",
        "whatsapp",
        "metadata",
        Map.of("display_phone_number", meta.phoneDigits(), "phone_number_id", meta.phoneNumberId()),
        "contacts",
        List.of(Map.of("profile", Map.of("name", "Customer " + customer), "wa_id", customer)),
        "messages",
        List.of(
            Map.of(
                "from",
                customer,
                "id",
                "wamid.%s-%d".formatted(customer, round),
                "timestamp",
                Long.toString(now().getEpochSecond()),
                "type",
                "text",
                "text",
                Map.of("body", question(customer, round)))));
  }

  private Signed fromAgent(String customer, int round) {
    String id = answerId(customer, round);
    String integration = organisation.integrationId();
    String body =
        json(
            Map.of(
                "id",
                id,
                "direction",
                "Outbound",
                "originatingEntity",
                "Human",
                "channel",
                Map.of(
                    "id",
                    integration,
                    "messageId",
                    id,
                    "platform",
                    "Open",
                    "type",
                    "Private",
                    "to",
                    Map.of("id", "+" + customer, "idType", "Phone"),
                    "from",
                    Map.of("id", integration, "idType", "Opaque", "nickname", "Agent"),
                    "time",
                    now().truncatedTo(ChronoUnit.MILLIS).toString()),
                "type",
                "Text",
                "text",
                answer(customer, round)));
    byte[] mac = mac(Organisation.WEBHOOK_SECRET, body);
    return new Signed(organisation.genesysHook(), body, Base64.getEncoder().encodeToString(mac));
  }

  /// Genesys' id of an agent's message.
  static String answerId(String customer, int round) {
    return "answer-%s-%d".formatted(customer, round);
  }

  TenantId tenant() {
    return organisation.tenant();
  }

  private Instant now() {
    return world.clock.instant();
  }

  private static String json(Map<String, ?> members) {
    return JsonMapper.shared().writeValueAsString(members);
  }

  private static byte[] mac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
