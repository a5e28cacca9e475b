package io.agentsandbox.meta;

import io.agentsandbox.platform.BoundedMap;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.LiveSettings;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.SandboxClock;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Media: upload, resolve to a short-lived link, download with the token, delete.
final class MediaEndpoints {
  /// Meta's largest kind, documents, may have 100 MB.
  private static final int LARGEST = 100 << 20;

  private record Link(WhatsAppAccount account, String mediaId, long expiresAtMillis) {}

  private final BoundedMap<String, Link> links = new BoundedMap<>(50_000);
  private final GraphTokens tokens;
  private final LiveSettings settings;
  private final SandboxClock clock;
  private final URI baseUri;

  MediaEndpoints(GraphTokens tokens, LiveSettings settings, SandboxClock clock, URI baseUri) {
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
    this.baseUri = baseUri;
  }

  Reply upload(WhatsAppAccount account, Call call) {
    Map<String, Multipart.Part> parts = Multipart.read(call);
    Multipart.Part product = parts.get("messaging_product");
    if (product == null || !product.text().equals("whatsapp")) {
      throw GraphRefusal.badParameter("The parameter messaging_product is required.");
    }
    Multipart.Part file = parts.get("file");
    if (file == null || file.content().length() == 0) {
      throw GraphRefusal.badParameter("The parameter file is required.");
    }
    if (file.content().length() > LARGEST) {
      throw GraphRefusal.of(
          400, 131_053, "(#131053) Media upload error", "The file is larger than 100 MB.");
    }
    Multipart.Part type = parts.get("type");
    String mimeType = type == null || type.text().isBlank() ? file.contentType() : type.text();
    if (mimeType.isBlank()) {
      throw GraphRefusal.badParameter("The parameter type is required.");
    }
    MediaFile kept = account.media.keep(mimeType, file.content().array());
    return Reply.json(200, Json.object().put("id", kept.id()));
  }

  Reply resolve(WhatsAppAccount account, MediaFile file) {
    ObjectNode shown =
        Json.object()
            .put("messaging_product", "whatsapp")
            .put("url", link(account, file))
            .put("mime_type", file.mimeType())
            .put("sha256", HexFormat.of().formatHex(file.sha256().array()))
            .put("file_size", file.content().length())
            .put("id", file.id());
    return Reply.json(200, shown);
  }

  Reply remove(WhatsAppAccount account, MediaFile file) {
    return Reply.json(200, Json.object().put("success", account.media.remove(file.id())));
  }

  /// A new address for a file, good for five minutes by default.
  String link(WhatsAppAccount account, MediaFile file) {
    String key = Ids.opaque(18);
    long expiresAt = clock.millis() + settings.meta().mediaLinkSeconds() * 1_000L;
    links.put(key, new Link(account, file.id(), expiresAt));
    return baseUri + "/media/" + key;
  }

  /// `GET /media/{link}`: 401 without the account's token, 404 when the link is over.
  Reply download(Call call) {
    GraphTokens.Owner owner = tokens.require(call);
    Link link = links.get(call.variable("link"));
    if (link == null
        || clock.millis() >= link.expiresAtMillis()
        || !link.account().world().equals(owner.world())) {
      return Reply.empty(404);
    }
    return link.account()
        .media
        .find(link.mediaId())
        .map(file -> Reply.bytes(file.mimeType(), file.content()))
        .orElse(Reply.empty(404));
  }

  void clear() {
    links.clear();
  }
}
