package io.agentportal.platform.client;

import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// One call to a partner. Immutable; `with…` answers a changed copy.
///
/// @param body empty for none
/// @param timeout from the start of the call to the last byte of the answer
/// @param maxAnswerBytes a longer answer is not read to its end
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
public record PartnerRequest(
    String method,
    URI uri,
    Map<String, String> headers,
    byte[] body,
    Duration timeout,
    int maxAnswerBytes) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_ANSWER_BYTES = 1 << 20;
  private static final byte[] NOTHING = {};

  public static PartnerRequest get(URI uri) {
    return bare("GET", uri);
  }

  /// A call without a body.
  public static PartnerRequest bare(String method, URI uri) {
    return new PartnerRequest(method, uri, Map.of(), NOTHING, TIMEOUT, MAX_ANSWER_BYTES);
  }

  public static PartnerRequest delete(URI uri) {
    return new PartnerRequest("DELETE", uri, Map.of(), NOTHING, TIMEOUT, MAX_ANSWER_BYTES);
  }

  /// A call with a JSON body.
  public static PartnerRequest json(String method, URI uri, byte[] body) {
    return new PartnerRequest(method, uri, Map.of(), body, TIMEOUT, MAX_ANSWER_BYTES)
        .withHeader("Content-Type", "application/json");
  }

  /// A `POST` of a form.
  ///
  /// @param body encoded: `a=1&b=2`
  public static PartnerRequest form(URI uri, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new PartnerRequest("POST", uri, Map.of(), bytes, TIMEOUT, MAX_ANSWER_BYTES)
        .withHeader("Content-Type", "application/x-www-form-urlencoded");
  }

  public PartnerRequest withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new PartnerRequest(method, uri, Map.copyOf(all), body, timeout, maxAnswerBytes);
  }

  public PartnerRequest withBearer(SecretText token) {
    return withHeader("Authorization", "Bearer " + token.reveal());
  }

  /// Basic authentication of an OAuth client.
  public PartnerRequest withBasic(String id, SecretText secret) {
    byte[] pair = (id + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    return withHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public PartnerRequest withTimeout(Duration changed) {
    return new PartnerRequest(method, uri, headers, body, changed, maxAnswerBytes);
  }

  /// Headers and body may hold secrets and words of customers, so neither is shown.
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }
}
