package io.agentbench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Webhook calls as Meta sends them, rendered and signed ahead: sending them costs next to nothing.
/// Each carries a message id of its own.
final class SignedRequests {
  private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis() * 1_000);

  private final byte[][] requests;
  private int next;

  private SignedRequests(byte[][] requests) {
    this.requests = requests;
  }

  /// What the calls are about.
  ///
  /// @param path of the address to call, from `/webhook`
  /// @param customers how many different people write
  record Account(
      String path, String appSecret, String wabaId, String phoneNumberId, int customers) {}

  /// So many calls, to the accounts in turn.
  static SignedRequests render(List<Account> accounts, int count) throws GeneralSecurityException {
    byte[][] requests = new byte[count][];
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(account.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      for (int at = i; at < count; at += accounts.size()) {
        requests[at] = render(account, mac);
      }
    }
    return new SignedRequests(requests);
  }

  /// The next call; null when all are used up.
  @Nullable ByteBuffer next() {
    return next == requests.length ? null : ByteBuffer.wrap(requests[next++]);
  }

  private static byte[] render(Account account, Mac mac) {
    byte[] body = body(account, NUMBER.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    String signature = HexFormat.of().formatHex(mac.doFinal(body));
    byte[] head = head(account.path(), signature, body.length).getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static String head(String path, String signature, int bodyBytes) {
    return """
    POST %s HTTP/1.1\r
    Host: 127.0.0.1\r
    Accept: */*\r
    User-Agent: facebookexternalua\r
    Content-Type: application/json\r
    X-Hub-Signature-256: sha256=%s\r
    Content-Length: %d\r
    \r
    """
        .formatted(path, signature, bodyBytes);
  }

  private static String body(Account account, long number) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"%1$s","changes":[{"value":\
    {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100201",\
    "phone_number_id":"%2$s"},"contacts":[{"profile":{"name":"Customer %3$d"},\
    "wa_id":"4915%3$09d"}],"messages":[{"from":"4915%3$09d","id":"wamid.%4$032d",\
    "timestamp":"%5$d","text":{"body":"Hello, where is my order number %4$d? It was due \
    yesterday \\u2026"},"type":"text"}]},"field":"messages"}]}]}\
    """
        .formatted(
            account.wabaId(),
            account.phoneNumberId(),
            number % account.customers(),
            number,
            number / 1_000_000);
  }
}
