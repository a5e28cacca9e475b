package io.agentportal.whatsapp;

import io.agentportal.platform.client.FileOutcome;
import io.agentportal.platform.client.FileOutcome.Fetched;
import io.agentportal.platform.client.FileOutcome.Gone;
import io.agentportal.platform.client.FileOutcome.Later;
import io.agentportal.platform.client.PartnerFiles;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.client.PartnerRequest;
import io.agentportal.whatsapp.WhatsAppSendOutcome.Accepted;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Files at Meta: resolve to a link that lives five minutes, download with the same token, upload.
///
/// Source: Meta, "Media" (read 2026-08). Ids of webhooks live seven days, uploaded ones thirty.
@Component
public class WhatsAppMedia {
  private static final Duration TRANSFER = Duration.ofMinutes(2);

  private final MetaApi api;
  private final PartnerFiles files;

  WhatsAppMedia(MetaApi api, PartnerFiles files) {
    this.api = api;
    this.files = files;
  }

  /// Fetches a customer's file. A link that is over is resolved anew once.
  public FileOutcome download(WhatsAppAccess access, String mediaId, Path file, long maxBytes) {
    FileOutcome first = attempt(access, mediaId, file, maxBytes);
    return first instanceof Gone(var code, _) && "http-404".equals(code)
        ? attempt(access, mediaId, file, maxBytes)
        : first;
  }

  /// Makes a file known to Meta. `Accepted` names it by its media id.
  public WhatsAppSendOutcome upload(
      WhatsAppAccess access, Path file, String mime, String fileName) {
    String[][] fields = {{"messaging_product", "whatsapp"}, {"type", mime}};
    PartnerRequest request =
        PartnerRequest.bare("POST", api.uri("/" + encoded(access.phoneNumberId()) + "/media"))
            .withBearer(access.token())
            .withTimeout(TRANSFER);
    return switch (MetaApi.reply(files.upload(request, fields, mime, fileName, file))) {
      case MetaApi.Reply.Failed(var failure) -> failure;
      case MetaApi.Reply.Done(var answer) -> {
        String id = PartnerJson.text(answer, "id");
        yield id == null
            ? new WhatsAppSendOutcome.Uncertain("WhatsApp took the file but did not name its id.")
            : new Accepted(id);
      }
    };
  }

  private FileOutcome attempt(WhatsAppAccess access, String mediaId, Path file, long maxBytes) {
    String path = "/" + encoded(mediaId) + "?phone_number_id=" + encoded(access.phoneNumberId());
    return switch (api.call(access.token(), "GET", path, null)) {
      case MetaApi.Reply.Failed(var failure) -> unresolved(failure);
      case MetaApi.Reply.Done(var answer) -> download(access, answer, file, maxBytes);
    };
  }

  private FileOutcome download(WhatsAppAccess access, JsonNode media, Path file, long maxBytes) {
    String url = PartnerJson.text(media, "url");
    if (url == null) {
      return new Later("WhatsApp did not say where the file is.");
    }
    if (PartnerJson.integer(media, "file_size", 0) > maxBytes) {
      return new Gone("too-large", "The file is too large.");
    }
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException _) {
      return new Gone("address", "WhatsApp's address of the file is none.");
    }
    PartnerRequest request =
        PartnerRequest.get(address).withBearer(access.token()).withTimeout(TRANSFER);
    FileOutcome outcome = files.fetch(request, file, maxBytes);
    return outcome instanceof Fetched(var mime, _)
        ? new Fetched(
            PartnerJson.textOr(media, "mime_type", mime == null ? "" : mime),
            PartnerJson.text(media, "sha256"))
        : outcome;
  }

  /// A token that is being put right must not cost the file.
  private static FileOutcome unresolved(WhatsAppSendOutcome failure) {
    return switch (failure) {
      case WhatsAppSendOutcome.Rejected(var code, var reason) -> new Gone(code, reason);
      case WhatsAppSendOutcome.Retry(_, _, var reason, _) -> new Later(reason);
      case WhatsAppSendOutcome.NeedsCredentials(var code, var reason) ->
          code.equals("100")
              ? new Gone(code, "WhatsApp does not know the file any more.")
              : new Later(reason);
      case WhatsAppSendOutcome.Uncertain(var reason) -> new Later(reason);
      case Accepted _ -> new Later("no answer");
    };
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
