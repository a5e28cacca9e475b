package io.agentportal.bridge;

import io.agentportal.bridge.Intake.Incoming;
import io.agentportal.bridge.mapping.CustomerPart;
import io.agentportal.conversations.Recorded;
import io.agentportal.genesys.GenesysNotice.Attachment;
import io.agentportal.media.ExpectedFile;
import io.agentportal.media.MediaCustody;
import io.agentportal.platform.db.UuidV7;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppNotice.MediaReference;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Files that messages bring along, as the module `media` wants to be told of them.
@Component
class AnnouncedFiles {
  private final MediaCustody custody;
  private final Clock clock;

  AnnouncedFiles(MediaCustody custody, Clock clock) {
    this.custody = custody;
    this.clock = clock;
  }

  Optional<ExpectedFile> expected(Recorded recorded, Incoming incoming) {
    MediaReference file = incoming.file();
    if (file == null) {
      return Optional.empty();
    }
    String kind = incoming.message().kind();
    return Optional.of(
        new ExpectedFile(
            UuidV7.next(clock.instant()),
            recorded.messageId(),
            true,
            file.mediaId(),
            incoming.message().phoneNumberId(),
            kind.equals("edit") ? "document" : kind,
            file.mime(),
            file.sha256(),
            file.fileName()));
  }

  ExpectedFile expected(Recorded recorded, CustomerPart.File part) {
    Attachment file = part.attachment();
    String kind =
        switch (file.mediaType()) {
          case "Image" -> "image";
          case "Video" -> "video";
          case "Audio" -> "audio";
          default -> "document";
        };
    return new ExpectedFile(
        UuidV7.next(clock.instant()),
        recorded.messageId(),
        false,
        file.url(),
        recorded.phoneNumberId(),
        kind,
        file.mime(),
        null,
        file.fileName());
  }

  /// In the caller's transaction.
  void expect(TenantId tenant, List<ExpectedFile> files) {
    custody.expect(tenant, files);
  }
}
