package io.agentportal.platform.client;

import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;

/// Calls partners over one shared pool of kept-alive HTTP/1.1 connections. Blocks the calling
/// (virtual) thread; follows no redirects; never repeats a call by itself.
@Component
public class PartnerHttp implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(4);

  private final HttpClient client;
  private final Set<String> allowed;

  PartnerHttp(List<PartnerOrigins> partners) {
    this.allowed =
        partners.stream()
            .flatMap(partner -> partner.origins().stream())
            .map(PartnerHttp::origin)
            .collect(Collectors.toUnmodifiableSet());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /// Outside Spring, for tests and load programs.
  public static PartnerHttp to(URI... origins) {
    return new PartnerHttp(List.of(() -> List.of(origins)));
  }

  /// Makes one call and waits for its whole answer.
  ///
  /// @throws IllegalArgumentException if the address is not one of the configured partners
  public HttpOutcome exchange(PartnerRequest request) {
    return exchange(request, body(request), bytes(request));
  }

  /// Whether the address is one of the configured partners.
  boolean isAllowed(URI address) {
    return allowed.contains(origin(address));
  }

  /// As [#exchange(PartnerRequest)], with a body or an answer that is too large for memory.
  ///
  /// @param body in place of the request's own
  HttpOutcome exchange(PartnerRequest request, BodyPublisher body, BodyHandler<byte[]> handler) {
    if (!isAllowed(request.uri())) {
      throw new IllegalArgumentException(request + " (expected: one of " + allowed + ")");
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(toJdk(request, body), handler);
    try {
      // Not HttpRequest.timeout: on this JDK it ends with the headers, and a stalled body hangs.
      var response = answer.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Answered(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException _) {
      answer.cancel(true);
      return new Uncertain("no answer within " + request.timeout().toMillis() + " ms");
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Uncertain("interrupted while waiting for the answer");
    } catch (ExecutionException failure) {
      return failed(Objects.requireNonNullElse(failure.getCause(), failure));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  static BodyHandler<byte[]> bytes(PartnerRequest request) {
    return BodyHandlers.limiting(BodyHandlers.ofByteArray(), request.maxAnswerBytes());
  }

  static BodyPublisher body(PartnerRequest request) {
    return request.body().length == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(request.body());
  }

  private static HttpRequest toJdk(PartnerRequest request, BodyPublisher body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).method(request.method(), body);
    request.headers().forEach(builder::header);
    return builder.build();
  }

  /// The JDK reports a failed connect, an unknown host and a failed TLS handshake by types of their
  /// own; whatever else goes wrong goes wrong when the request may be on its way.
  private static HttpOutcome failed(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ ->
          new Unsent("no connection within " + CONNECT_TIMEOUT.toMillis() + " ms");
      case ConnectException e -> new Unsent("no connection: " + reason(e));
      case SSLHandshakeException e -> new Unsent("no secure connection: " + reason(e));
      default -> new Uncertain("connection failed: " + reason(cause));
    };
  }

  private static String reason(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each.getMessage() != null) {
        return each.getMessage();
      }
    }
    return cause.getClass().getSimpleName();
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(scheme) ? 443 : 80;
    return scheme + "://" + host + ":" + port;
  }
}
