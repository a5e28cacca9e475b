package io.agentportal.integration.checks;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Another server than the portal, at the address where the portal should be.
final class SomebodyElse implements AutoCloseable {
  private static final String PASSWORD = "not-a-secret";

  private @Nullable HttpServer server;

  /// Answers everything alike.
  ///
  /// @param location empty: none
  URI answering(int status, String body, String location) throws IOException {
    HttpServer plain = HttpServer.create(anyPort(), 0);
    plain.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
          }
          exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
          exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    return started(plain, "http");
  }

  /// With a certificate that nobody vouches for.
  URI withSelfSignedCertificate() throws IOException, InterruptedException {
    HttpsServer secure = HttpsServer.create(anyPort(), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    return started(secure, "https");
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }

  private URI started(HttpServer created, String scheme) {
    created.start();
    server = created;
    return URI.create(scheme + "://localhost:" + created.getAddress().getPort());
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static SSLContext selfSigned() throws IOException, InterruptedException {
    Path file = Files.createTempDirectory("self-signed").resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    try (InputStream stored = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(stored, PASSWORD.toCharArray());
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
