package io.agentportal.bridge.files;

import io.agentportal.bridge.mapping.FileForm;
import io.agentportal.media.FileStanding;
import io.agentportal.media.MediaCustody;
import io.agentportal.media.MediaUploads;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.whatsapp.OutgoingMessage;
import io.agentportal.whatsapp.WhatsAppAccess;
import io.agentportal.whatsapp.WhatsAppSendOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a customer gets of an agent's file: fetched from Genesys, uploaded to Meta, named by its
/// id.
@Component
public class FilesForCustomers {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final MediaCustody custody;
  private final MediaUploads uploads;

  FilesForCustomers(MediaCustody custody, MediaUploads uploads) {
    this.custody = custody;
    this.uploads = uploads;
  }

  /// What can be sent now.
  public sealed interface Parcel {}

  /// Nothing yet: the file is still being fetched.
  public record NotYet() implements Parcel {}

  public record Ready(OutgoingMessage.Content content) implements Parcel {}

  /// It will never go.
  ///
  /// @param reason for the agent: a plain sentence
  public record Never(String code, String reason) implements Parcel {}

  /// Meta did not take the upload.
  ///
  /// @param outcome any but `Accepted`
  public record NotTaken(WhatsAppSendOutcome outcome) implements Parcel {}

  /// Waits a moment for a file that is being fetched.
  public Parcel pack(TenantId tenant, UUID id, @Nullable String caption, WhatsAppAccess access) {
    FileStanding file = custody.await(tenant, id, MOMENT).orElse(null);
    if (file == null || file.state() == FileStanding.State.EXPIRED) {
      return new Never("file-missing", "The file is not here any more.");
    }
    return switch (file.state()) {
      case WAITING ->
          file.mayStillCome()
              ? new NotYet()
              : new Never("file-missing", "The file could not be fetched from Genesys in time.");
      case MISSING ->
          new Never(
              "file-missing", "The file could not be fetched from Genesys: " + file.problem());
      case REFUSED -> new Never("file-refused", String.valueOf(file.problem()));
      case KEPT -> kept(tenant, file, caption, access);
      case EXPIRED -> throw new IllegalStateException("answered above");
    };
  }

  private Parcel kept(
      TenantId tenant, FileStanding file, @Nullable String caption, WhatsAppAccess access) {
    try {
      WhatsAppSendOutcome outcome = uploads.upload(tenant, file.id(), access);
      return outcome instanceof WhatsAppSendOutcome.Accepted(var mediaId)
          ? new Ready(FileForm.of(file, mediaId, caption))
          : new NotTaken(outcome);
    } catch (IOException unreadable) {
      return new Never("file-missing", "The portal cannot read the file any more.");
    }
  }
}
