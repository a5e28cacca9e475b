package io.agentportal.bridge.courtesy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentportal.conversations.LastHeard;
import io.agentportal.conversations.LatestMessages;
import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.Vault;
import io.agentportal.credentials.WhatsAppConnection;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.whatsapp.WhatsAppAccess;
import io.agentportal.whatsapp.WhatsAppMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Shows customers that an agent has read or types. Never retried, never in the way of a message:
/// dropped when there is much to do, and forgotten when WhatsApp refuses.
@Component
class Courtesies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courtesies.class);

  /// WhatsApp takes "read" for 30 days, but a window that is closed shows nobody anything.
  private static final Duration RECENT = Duration.ofHours(24);

  private final LatestMessages latest;
  private final Connections connections;
  private final Vault vault;
  private final WhatsAppMessages messages;
  private final CourtesyProperties properties;
  private final Clock clock;
  private final Semaphore room;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Cache<AgentSeen, Boolean> typed;
  private final Cache<String, Boolean> marked = Caffeine.newBuilder().maximumSize(50_000).build();

  Courtesies(
      LatestMessages latest,
      Connections connections,
      Vault vault,
      WhatsAppMessages messages,
      CourtesyProperties properties,
      Clock clock) {
    this.latest = latest;
    this.connections = connections;
    this.vault = vault;
    this.messages = messages;
    this.properties = properties;
    this.clock = clock;
    this.room = new Semaphore(properties.concurrency());
    this.typed =
        Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(properties.typingEvery())
            .build();
  }

  @TransactionalEventListener
  void on(AgentSeen seen) {
    boolean wanted = seen.typing() ? properties.typing() : properties.readMarks();
    if (!wanted || (seen.typing() && typed.getIfPresent(seen) != null) || !room.tryAcquire()) {
      return;
    }
    typed.put(seen, true);
    threads.execute(() -> {
      try {
        show(seen);
      } catch (RuntimeException lost) {
        LOG.atDebug().setCause(lost).log("A sign to a customer is lost");
      } finally {
        room.release();
      }
    });
  }

  private void show(AgentSeen seen) {
    LastHeard heard =
        latest.of(seen.tenant(), seen.genesysAddress(), clock.instant().minus(RECENT)).orElse(null);
    WhatsAppAccess access = heard == null ? null : access(seen, heard).orElse(null);
    if (heard == null || access == null) {
      return;
    }
    // Typing marks as read as well.
    boolean known = marked.asMap().putIfAbsent(heard.wamid(), true) != null;
    if (seen.typing()) {
      messages.showTyping(access, heard.wamid());
    } else if (!known) {
      messages.markRead(access, heard.wamid());
    }
  }

  private Optional<WhatsAppAccess> access(AgentSeen seen, LastHeard heard) {
    Optional<SecretText> token = vault.find(seen.tenant(), CredentialKind.WHATSAPP_TOKEN);
    return connections
        .whatsApp(seen.tenant(), heard.phoneNumberId())
        .map(WhatsAppConnection::phoneNumberId)
        .flatMap(number -> token.map(each -> new WhatsAppAccess(number, each)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
