package io.agentsandbox.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// One webhook to send: `kind` says what it carries in a word; headers include the signature.
public record Webhook(
    FaultTarget target,
    String world,
    String kind,
    URI url,
    Bytes body,
    Map<String, String> headers) {

  /// The same webhook with a signature of the right form that fits no secret.
  Webhook withWrongSignature() {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.computeIfPresent(Signatures.HEADER, (name, value) -> garble(value));
    return new Webhook(target, world, kind, url, body, changed);
  }

  private static String garble(String signature) {
    int start = "sha256=".length();
    char first = signature.charAt(start) == '0' ? '1' : '0';
    return signature.substring(0, start) + first + signature.substring(start + 1);
  }
}
