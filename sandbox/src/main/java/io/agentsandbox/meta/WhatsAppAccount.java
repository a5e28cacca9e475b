package io.agentsandbox.meta;

import io.agentsandbox.platform.BoundedMap;
import io.agentsandbox.platform.Journal;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.SandboxClock;
import io.agentsandbox.world.MetaAccount;
import io.agentsandbox.world.World;
import java.time.Duration;

/// Everything one WhatsApp Business Account holds.
final class WhatsAppAccount {
  private static final long WINDOW_MILLIS = Duration.ofHours(24).toMillis();

  private final World world;
  private final SandboxClock clock;
  private final BoundedMap<String, Long> lastInbound;
  private volatile int generation;

  final Callbacks callbacks = new Callbacks();
  final MediaStore media = new MediaStore();
  final SendLimits limits;
  final Journal<SentMessage> sent;
  final Journal<ReadMark> reads;
  final Journal<CustomerMessage> received;
  final BoundedMap<String, SentMessage> sentById;

  WhatsAppAccount(World world, LiveSettings settings, SandboxClock clock, int keep) {
    this.world = world;
    this.clock = clock;
    this.limits = new SendLimits(settings, clock);
    this.lastInbound = new BoundedMap<>(4 * keep);
    this.sentById = new BoundedMap<>(keep);
    this.sent = new Journal<>(keep);
    this.received = new Journal<>(keep);
    this.reads = new Journal<>(Math.min(keep, 10_000));
  }

  /// Changes with every reset, so that what was planned before can be dropped.
  int generation() {
    return generation;
  }

  World world() {
    return world;
  }

  MetaAccount facts() {
    return world.meta();
  }

  /// The person wrote: their 24 hours begin again.
  void heardFrom(String key) {
    lastInbound.put(key, clock.millis());
  }

  /// Whether anything but a template may go to this person.
  boolean isWindowOpen(String key) {
    Long last = lastInbound.get(key);
    return last != null && clock.millis() - last < WINDOW_MILLIS;
  }

  void record(SentMessage message) {
    sent.add(message);
    sentById.put(message.wamid(), message);
  }

  synchronized void clear(boolean keepSetup) {
    generation++;
    if (!keepSetup) {
      callbacks.clear();
    }
    media.clear();
    limits.clear();
    sent.clear();
    reads.clear();
    received.clear();
    sentById.clear();
    lastInbound.clear();
  }
}
