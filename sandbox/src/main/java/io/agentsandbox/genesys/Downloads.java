package io.agentsandbox.genesys;

import io.agentsandbox.platform.BoundedMap;
import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Reply;
import java.net.URI;

/// Files that agents sent. Their address is enough to fetch them; whether Genesys wants a token as
/// well is not documented, so one that is sent is accepted and ignored.
final class Downloads {
  private static final int MOST_FILES = 500;

  private record Download(String mime, Bytes content) {}

  private final BoundedMap<String, Download> files = new BoundedMap<>(MOST_FILES);
  private final URI baseUri;

  Downloads(URI baseUri) {
    this.baseUri = baseUri;
  }

  /// Keeps a file and answers its address.
  String keep(String mime, byte[] content) {
    String id = Ids.opaque(24);
    files.put(id, new Download(mime, new Bytes(content)));
    return baseUri + "/api/v2/downloads/" + id;
  }

  Reply read(Call call) {
    Download file = files.get(call.variable("download"));
    if (file == null) {
      throw GenesysRefusal.notFound("download", call.variable("download"));
    }
    return Reply.bytes(file.mime(), file.content());
  }

  void clear() {
    files.clear();
  }
}
