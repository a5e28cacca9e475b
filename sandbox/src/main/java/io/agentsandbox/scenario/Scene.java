package io.agentsandbox.scenario;

import io.agentsandbox.genesys.AgentAnswer;
import io.agentsandbox.genesys.GenesysCloud;
import io.agentsandbox.meta.CustomerMessage;
import io.agentsandbox.meta.MetaCloud;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Refusal;
import io.agentsandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/// The running traffic of one organisation.
///
/// A customer writes every so often; when the message has come through to Genesys Cloud, an agent
/// answers a few seconds later. So a bridge that stands still is not talked over.
final class Scene {
  private static final int MIXED_EVERY = 9;
  private static final int FASTEST_ANSWER_MILLIS = 1_200;
  private static final int SLOWEST_ANSWER_MILLIS = 6_000;
  private static final double TYPING_SHARE = 0.3;

  private final World world;
  private final TrafficLevel level;
  private final Cast cast;
  private final GenesysCloud genesys;
  private final MetaCloud meta;
  private final ScheduledExecutorService timer;
  private final List<Customer> customers = new ArrayList<>();
  private final Map<String, Customer> byContact = new ConcurrentHashMap<>();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private volatile boolean over;

  Scene(
      World world,
      TrafficLevel level,
      Cast cast,
      GenesysCloud genesys,
      MetaCloud meta,
      ScheduledExecutorService timer) {
    this.world = world;
    this.level = level;
    this.cast = cast;
    this.genesys = genesys;
    this.meta = meta;
    this.timer = timer;
    for (int number = 0; number < level.customers(); number++) {
      customers.add(cast.customer(number));
    }
  }

  void begin() {
    Thread.ofVirtual().name("traffic-" + world.key()).start(this::write);
  }

  void end() {
    over = true;
  }

  /// A message of this contact came through to Genesys Cloud.
  void reached(String contact) {
    Customer customer = byContact.get(contact);
    if (customer == null || over || level.agents() == 0) {
      return;
    }
    String answer = customer.takeAnswer();
    if (answer.isEmpty()) {
      return;
    }
    int millis = ThreadLocalRandom.current().nextInt(FASTEST_ANSWER_MILLIS, SLOWEST_ANSWER_MILLIS);
    if (ThreadLocalRandom.current().nextDouble() < TYPING_SHARE) {
      later(() -> type(contact), millis / 2);
    }
    later(() -> answer(contact, answer), millis);
  }

  ObjectNode describe() {
    return Json.object()
        .put("customers", level.customers())
        .put("messagesPerMinute", level.messagesPerMinute())
        .put("agents", level.agents())
        .put("mixed", level.mixed())
        .put("written", written.get())
        .put("answered", answered.get());
  }

  private void write() {
    long pauseNanos = TimeUnit.MINUTES.toNanos(1) / level.messagesPerMinute();
    long next = System.nanoTime();
    try {
      while (!over) {
        next += pauseNanos;
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        if (!over && meta.hasCallback(world)) {
          writeOne(customers.get(ThreadLocalRandom.current().nextInt(customers.size())));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeOne(Customer customer) {
    long number = written.incrementAndGet();
    boolean mixed = level.mixed() && number % MIXED_EVERY == 0;
    ObjectNode request = Json.object().put("from", customer.phone()).put("name", customer.name());
    if (mixed) {
      Extras.fill(request, (int) (number / MIXED_EVERY), customer.language());
      customer.expect(cast.thanks().getOrDefault(customer.language(), ""));
    } else {
      request.put("text", customer.speak());
    }
    CustomerMessage message = meta.customerWrites(world, request);
    byContact.putIfAbsent("+" + customer.phone(), customer);
    byContact.putIfAbsent(message.userId(), customer);
  }

  private void type(String contact) {
    ObjectNode fields = Json.object();
    ObjectNode event = fields.putArray("events").addObject().put("eventType", "Typing");
    event.putObject("typing").put("type", "On").put("duration", 5_000);
    send(contact, new AgentAnswer("Event", fields, agent(contact), false));
  }

  private void answer(String contact, String text) {
    send(contact, new AgentAnswer("Text", Json.object().put("text", text), agent(contact), false));
    answered.incrementAndGet();
  }

  private void send(String contact, AgentAnswer answer) {
    if (over) {
      return;
    }
    try {
      genesys.answer(world, contact, answer);
    } catch (Refusal | IllegalArgumentException _) {
      // The integration was removed while the agent typed; there is nobody to answer any more.
    }
  }

  private String agent(String contact) {
    int people = Math.min(level.agents(), cast.agents().size());
    return cast.agents().get(Math.floorMod(contact.hashCode(), people));
  }

  private void later(Runnable task, int millis) {
    try {
      var _ = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // The sandbox is closing.
    }
  }
}
