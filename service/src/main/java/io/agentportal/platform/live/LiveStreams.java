package io.agentportal.platform.live;

import io.agentportal.platform.tenancy.TenantId;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The streams that consoles hold open at this node. They end when the application stops, before
/// the server waits for the requests under way: these would never be done.
@Component
class LiveStreams implements SmartLifecycle {
  private final Map<TenantId, Set<LiveStream>> streams = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final int maxStreams;
  private final Courier courier;
  private volatile boolean running;

  LiveStreams(LiveProperties properties) {
    this.maxStreams = properties.maxStreams();
    this.courier =
        new Courier("live-streams", properties.interval(), due -> due.forEach(this::deliver));
  }

  /// Opens a stream; empty if this node has enough of them or is shutting down.
  Optional<LiveStream> open(TenantId tenantId) {
    if (!running) {
      return Optional.empty();
    }
    if (open.incrementAndGet() > maxStreams) {
      open.decrementAndGet();
      return Optional.empty();
    }
    LiveStream stream = new LiveStream(tenantId);
    streams.compute(
        tenantId,
        (_, known) -> {
          Set<LiveStream> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(stream);
          return all;
        });
    if (!running) {
      stream.close();
    }
    return Optional.of(stream);
  }

  void remove(LiveStream stream) {
    streams.computeIfPresent(
        stream.tenantId(),
        (_, known) -> {
          if (known.remove(stream)) {
            open.decrementAndGet();
          }
          return known.isEmpty() ? null : known;
        });
  }

  /// Passes an activity on to the tenant's streams, if there are any.
  void announce(Activity activity) {
    if (streams.containsKey(activity.tenantId())) {
      courier.add(activity);
    }
  }

  /// Tells everyone to read again: nobody knows what was missed.
  void announceGap() {
    streams.keySet().forEach(tenantId -> courier.add(Activity.somewhere(tenantId)));
  }

  int count() {
    return open.get();
  }

  @Override
  public void start() {
    running = true;
  }

  /// Ends every stream, and refuses new ones.
  @Override
  public void stop() {
    running = false;
    streams.values().forEach(all -> all.forEach(LiveStream::close));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @PreDestroy
  void close() {
    courier.close();
  }

  private void deliver(Activity activity) {
    streams.getOrDefault(activity.tenantId(), Set.of()).forEach(stream -> stream.offer(activity));
  }
}
