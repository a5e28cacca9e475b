package io.agentportal.media;

import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Files of messages: told of here, fetched at once in the background, and asked for here.
@Service
public class MediaCustody {
  private final MediaFileStore files;
  private final MediaQueue queue;
  private final MediaLinks links;
  private final MediaProperties properties;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MediaCustody(
      MediaFileStore files,
      MediaQueue queue,
      MediaLinks links,
      MediaProperties properties,
      ApplicationEventPublisher events,
      Clock clock) {
    this.files = files;
    this.queue = queue;
    this.links = links;
    this.properties = properties;
    this.events = events;
    this.clock = clock;
  }

  /// Files that belong to messages of the caller's transaction. Fetched once it is committed, and
  /// by another node if this one dies.
  @Transactional(propagation = Propagation.MANDATORY)
  public void expect(TenantId tenant, List<ExpectedFile> expected) {
    if (expected.isEmpty()) {
      return;
    }
    files.insert(tenant, expected, clock.instant(), properties.retention());
    events.publishEvent(
        new FilesExpected(expected.stream().map(file -> new FileKey(tenant, file.id())).toList()));
  }

  /// What has become of a file, waiting a moment for one that is being fetched. Empty if the tenant
  /// has no such file.
  public Optional<FileStanding> await(TenantId tenant, UUID id, Duration most) {
    queue.await(new FileKey(tenant, id), most);
    Instant impatientSince = impatientSince();
    return files.find(tenant, id).map(file -> file.standing(impatientSince));
  }

  /// The files of these messages, by message.
  public Map<UUID, List<FileStanding>> of(TenantId tenant, Collection<UUID> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    Instant impatientSince = impatientSince();
    return files.ofMessages(tenant, messageIds).stream()
        .collect(
            Collectors.groupingBy(
                file -> file.announced().messageId(),
                Collectors.mapping(file -> file.standing(impatientSince), Collectors.toList())));
  }

  /// An address from which a partner can fetch the file for a while.
  public String linkForPartner(TenantId tenant, UUID id) {
    return links.absolute(new FileKey(tenant, id), properties.linkLife());
  }

  /// An address on the console's own origin, for a short while.
  public String linkForConsole(TenantId tenant, UUID id) {
    return links.relative(new FileKey(tenant, id), properties.consoleLinkLife());
  }

  private Instant impatientSince() {
    return clock.instant().minus(properties.patience());
  }
}
