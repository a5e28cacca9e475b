package io.agentportal.media;

import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.WhatsAppAccess;
import io.agentportal.whatsapp.WhatsAppMedia;
import io.agentportal.whatsapp.WhatsAppSendOutcome;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Makes kept files known to Meta, each once: an upload that nobody sends does no harm.
@Service
public class MediaUploads {
  /// Meta keeps uploads for thirty days.
  private static final Duration REMOTE_LIFE = Duration.ofDays(29);

  private final MediaFileStore files;
  private final FileVault vault;
  private final FileInspection inspection;
  private final WhatsAppMedia meta;
  private final Clock clock;

  MediaUploads(
      MediaFileStore files,
      FileVault vault,
      FileInspection inspection,
      WhatsAppMedia meta,
      Clock clock) {
    this.files = files;
    this.vault = vault;
    this.inspection = inspection;
    this.meta = meta;
    this.clock = clock;
  }

  /// Uploads a kept file, unless it has been. `Accepted` names Meta's media id.
  public WhatsAppSendOutcome upload(TenantId tenant, UUID id, WhatsAppAccess access)
      throws IOException {
    MediaFile file = files.find(tenant, id).orElseThrow();
    Instant now = clock.instant();
    String known = file.remoteId();
    Instant until = file.remoteUntil();
    if (known != null && until != null && until.isAfter(now)) {
      return new Accepted(known);
    }
    Path copy = Files.createTempFile(inspection.workFolder(), "upload", ".part");
    try {
      try (InputStream content = vault.open(tenant, String.valueOf(file.digest()))) {
        Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      FileStanding standing = file.standing(now);
      WhatsAppSendOutcome outcome =
          meta.upload(access, copy, String.valueOf(file.mime()), standing.nameOr());
      if (outcome instanceof Accepted(var remoteId)) {
        files.uploaded(new FileKey(tenant, id), remoteId, now.plus(REMOTE_LIFE));
      }
      return outcome;
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
