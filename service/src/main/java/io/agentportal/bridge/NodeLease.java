package io.agentportal.bridge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// This node's right to work on lanes, and the finding of nodes that are gone.
///
/// A node beats once a second and stops working when its own beats fail. Others take its lanes over
/// once they have seen it stand still for some seconds on their own clock: clocks need not agree,
/// and a restarted database kills nobody. A node that starts on the data folder of a former one
/// takes over from it at once, since it holds the installation's lock.
@Component
class NodeLease {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);

  private final NodeStore nodes;
  private final Takeover takeover;
  private final InstallationLock installation;
  private final TransactionTemplate transactions;
  private final BridgeProperties.Lease properties;
  private final Clock clock;
  private final Map<UUID, Sighting> sightings = new HashMap<>();
  private volatile UUID id = UUID.randomUUID();
  private volatile long lastBeatNanos;
  private volatile boolean registered;

  NodeLease(
      NodeStore nodes,
      Takeover takeover,
      InstallationLock installation,
      TransactionTemplate transactions,
      BridgeProperties properties,
      Clock clock) {
    this.nodes = nodes;
    this.takeover = takeover;
    this.installation = installation;
    this.transactions = transactions;
    this.properties = properties.lease();
    this.clock = clock;
  }

  /// @param atNanos when this count of beats was seen first
  private record Sighting(long beats, long atNanos) {}

  /// The name this node's lanes carry.
  UUID id() {
    return id;
  }

  /// Whether this node may start another call. Ends well before others take over.
  boolean isValid() {
    return registered
        && System.nanoTime() - lastBeatNanos < properties.deadAfter().toNanos() * 6 / 10;
  }

  /// Says that this node lives, and looks who does not.
  ///
  /// @param idle whether nothing is under way, so that a node that was declared dead may start anew
  void beat(boolean idle) {
    long before = System.nanoTime();
    boolean lapsed = registered && !isValid();
    if (registered && !nodes.beat(id)) {
      LOG.atWarn()
          .addKeyValue("node", id)
          .log("Other nodes took this one for dead; it goes on under a new name");
      startAnew();
    } else if (lapsed) {
      // Its workers stopped where they stood. What is under way settles under the old name first.
      if (!idle) {
        return;
      }
      LOG.atWarn().addKeyValue("node", id).log("This node could not beat; it starts anew");
      takeover.free(List.of(id));
      startAnew();
    }
    if (!registered && idle) {
      register();
    }
    if (registered) {
      lastBeatNanos = before;
      takeOver(silent(before));
    }
  }

  /// Gives the lanes back, at the end.
  void leave() {
    if (registered) {
      registered = false;
      takeover.free(List.of(id));
      installation.release();
    }
  }

  private void startAnew() {
    registered = false;
    id = UUID.randomUUID();
  }

  private void register() {
    boolean sole = installation.take();
    transactions.executeWithoutResult(_ -> {
      nodes.register(id, installation.name(), clock.instant());
      if (sole) {
        takeover.free(nodes.namesakes(installation.name(), id));
      }
    });
    sightings.clear();
    registered = true;
  }

  private List<UUID> silent(long nowNanos) {
    Map<UUID, Long> beats = nodes.beatsAcrossTenants();
    sightings.keySet().retainAll(beats.keySet());
    List<UUID> silent = new ArrayList<>();
    beats.forEach((node, count) -> {
      Sighting seen = sightings.get(node);
      if (seen == null || seen.beats() != count) {
        sightings.put(node, new Sighting(count, nowNanos));
      } else if (nowNanos - seen.atNanos() > properties.deadAfter().toNanos() && !node.equals(id)) {
        silent.add(node);
      }
    });
    return silent;
  }

  private void takeOver(List<UUID> dead) {
    if (!dead.isEmpty()) {
      LOG.atInfo().addKeyValue("nodes", dead).log("Taking over from nodes that are gone");
      takeover.freeFromStalled(dead);
    }
  }
}
