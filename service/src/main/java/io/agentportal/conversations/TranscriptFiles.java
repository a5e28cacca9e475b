package io.agentportal.conversations;

import io.agentportal.conversations.MessageView.Media;
import io.agentportal.media.FileStanding;
import io.agentportal.media.MediaCustody;
import io.agentportal.platform.tenancy.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Adds the files that came with messages, or why they are not there.
@Component
class TranscriptFiles {
  private static final Set<String> KINDS =
      Set.of("image", "video", "audio", "document", "sticker", "edit");

  private final MediaCustody custody;

  TranscriptFiles(MediaCustody custody) {
    this.custody = custody;
  }

  List<MessageView> attach(TenantId tenant, List<MessageView> messages) {
    List<UUID> withFile =
        messages.stream()
            .filter(message -> KINDS.contains(message.kind()))
            .map(MessageView::id)
            .toList();
    Map<UUID, List<FileStanding>> files = custody.of(tenant, withFile);
    return messages.stream()
        .map(message -> {
          List<FileStanding> found = files.getOrDefault(message.id(), List.of());
          return found.isEmpty() ? message : message.with(media(tenant, found.getFirst()));
        })
        .toList();
  }

  private Media media(TenantId tenant, FileStanding file) {
    return new Media(
        file.kind(),
        file.mime(),
        file.fileName(),
        file.bytes() < 0 ? null : file.bytes(),
        file.isKept() ? custody.linkForConsole(tenant, file.id()) : null,
        file.state().name().toLowerCase(Locale.ROOT),
        file.problem());
  }
}
