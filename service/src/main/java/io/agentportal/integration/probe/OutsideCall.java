package io.agentportal.integration.probe;

import io.agentportal.webhooks.PartnerCalled;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One HTTP/1.1 call to an address that was resolved before. Plain sockets, because no client of
/// the JDK connects to a given address while it shows another name in TLS and in `Host`.
///
/// Follows no redirects, keeps no connection, reads at most 64 kB.
public final class OutsideCall {
  private static final int MAX_BYTES = 64 << 10;
  private static final String CRLF = "\r\n";

  private final Duration timeout;

  /// @param timeout of connecting, and of each silence
  public OutsideCall(Duration timeout) {
    this.timeout = timeout;
  }

  /// @param headers by lower-case name
  public record Answer(int status, Map<String, String> headers, String body) {

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  /// A `GET`.
  ///
  /// @param path with leading slash and query, already encoded
  public Answer get(OutsideAddress to, String path) throws IOException {
    return send(to, "GET " + path, Map.of(), new byte[0]);
  }

  /// A `POST` of JSON.
  public Answer post(OutsideAddress to, String path, Map<String, String> headers, byte[] body)
      throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    all.put("Content-Length", Integer.toString(body.length));
    return send(to, "POST " + path, all, body);
  }

  /// Connects, and shakes hands as every partner does: known authorities, the host's own name.
  public SSLSession handshake(OutsideAddress to) throws IOException {
    try (Socket plain = connect(to);
        SSLSocket secure = secure(plain, to)) {
      return secure.getSession();
    }
  }

  /// Connects, with TLS where the address says so, and leaves.
  public void reach(OutsideAddress to) throws IOException {
    try (Socket plain = connect(to);
        Socket socket = to.isSecure() ? secure(plain, to) : plain) {
      socket.shutdownOutput();
    }
  }

  private Answer send(OutsideAddress to, String line, Map<String, String> headers, byte[] body)
      throws IOException {
    try (Socket plain = connect(to);
        Socket socket = to.isSecure() ? secure(plain, to) : plain) {
      var request = new StringBuilder(line).append(" HTTP/1.1").append(CRLF);
      request.append("Host: ").append(to.base().getRawAuthority()).append(CRLF);
      request.append("User-Agent: " + PartnerCalled.OWN_USER_AGENT).append(CRLF);
      request.append("Connection: close").append(CRLF);
      headers.forEach(
          (name, value) -> request.append(name).append(": ").append(value).append(CRLF));
      var bytes = new ByteArrayOutputStream();
      bytes.writeBytes(request.append(CRLF).toString().getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(body);
      socket.getOutputStream().write(bytes.toByteArray());
      socket.getOutputStream().flush();
      return read(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private Socket connect(OutsideAddress to) throws IOException {
    var socket = new Socket();
    try {
      int millis = Math.toIntExact(timeout.toMillis());
      socket.setSoTimeout(millis);
      socket.connect(new InetSocketAddress(to.address(), to.port()), millis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static SSLSocket secure(Socket plain, OutsideAddress to) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var socket = (SSLSocket) factory.createSocket(plain, to.host(), to.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Answer read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", 3);
    if (start.length < 2 || !start[0].startsWith("HTTP/1.") || !start[1].matches("[1-5]\\d\\d")) {
      throw new IOException("the answer is no HTTP");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    byte[] body =
        "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
            ? chunks(in)
            : in.readNBytes(length(headers));
    return new Answer(
        Integer.parseInt(start[1]), headers, new String(body, StandardCharsets.UTF_8));
  }

  private static int length(Map<String, String> headers) {
    String length = headers.getOrDefault("content-length", "");
    return length.matches("\\d{1,9}") ? Math.min(Integer.parseInt(length), MAX_BYTES) : MAX_BYTES;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    while (body.size() < MAX_BYTES) {
      String size = line(in).split(";", 2)[0].strip();
      if (!size.matches("[0-9a-fA-F]{1,7}")) {
        throw new IOException("the answer is badly chunked");
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        break;
      }
      body.writeBytes(in.readNBytes(Math.min(length, MAX_BYTES)));
      line(in);
    }
    return body.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > MAX_BYTES) {
        throw new IOException("the answer was cut");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }
}
