package io.agentportal.bridge.files;

import io.agentportal.genesys.InboundAttachment;
import io.agentportal.media.FileStanding;
import io.agentportal.media.MediaCustody;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What an agent gets of a customer's file.
@Component
public class FilesForAgents {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  /// Genesys takes no larger attachments (help page on supported content profiles).
  private static final long MOST_BYTES = 25L << 20;

  private static final int MEGABYTE = 1 << 20;

  private final MediaCustody custody;

  FilesForAgents(MediaCustody custody) {
    this.custody = custody;
  }

  /// A customer's message with a file.
  ///
  /// @param words what the customer wrote besides the file; may be empty
  /// @param readable what the message says where there is no file
  public record Letter(UUID fileId, String words, String readable) {

    /// Without the file, and why.
    public String without(String reason) {
      return readable + "\n(" + reason + ")";
    }
  }

  /// What can be handed over now.
  public sealed interface Sight {}

  /// Nothing yet: the file is still being fetched.
  public record NotYet() implements Sight {}

  public record Attached(InboundAttachment file) implements Sight {}

  /// @param text what the agent reads in place of the file
  public record Explained(String text) implements Sight {}

  /// Waits a moment for a file that is being fetched.
  public Sight look(TenantId tenant, Letter letter) {
    FileStanding file = custody.await(tenant, letter.fileId(), MOMENT).orElse(null);
    if (file == null) {
      return new Explained(letter.without("The file is not here any more."));
    }
    return switch (file.state()) {
      case KEPT -> kept(tenant, letter, file);
      case WAITING ->
          file.mayStillCome()
              ? new NotYet()
              : new Explained(
                  letter.without(
                      "The file could not be fetched from WhatsApp yet. The portal goes on trying"
                          + " and shows it once it is there."));
      case REFUSED, MISSING, EXPIRED -> new Explained(letter.without(reason(file)));
    };
  }

  private Sight kept(TenantId tenant, Letter letter, FileStanding file) {
    if (file.bytes() > MOST_BYTES) {
      return new Explained(
          letter.without(
              "The file has %d MB; Genesys takes 25. It can be seen in the portal."
                  .formatted(file.bytes() / MEGABYTE)));
    }
    String mediaType =
        switch (file.kind()) {
          case "image", "sticker" -> "Image";
          case "video" -> "Video";
          case "audio" -> "Audio";
          default -> "File";
        };
    return new Attached(
        new InboundAttachment(
            file.id().toString(),
            mediaType,
            custody.linkForPartner(tenant, file.id()),
            String.valueOf(file.mime()),
            file.fileName()));
  }

  private static String reason(FileStanding file) {
    return switch (file.state()) {
      case EXPIRED -> "The file was deleted when its time was over.";
      case MISSING -> "The file could not be fetched from WhatsApp: " + file.problem();
      case REFUSED, WAITING, KEPT -> String.valueOf(file.problem());
    };
  }
}
