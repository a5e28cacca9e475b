package io.agentportal.platform.http;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/// Shows work as it goes on, as server-sent events (WHATWG HTML, "Server-sent events"). The work
/// has a thread of its own and goes on to its end, even if the reader leaves.
public final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final String FAILED = "failed";

  private final JsonMapper json;
  private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();

  private EventStream(JsonMapper json) {
    this.json = json;
  }

  /// @param name empty: the end of the stream
  private record Event(String name, String json) {}

  /// Work that tells what it does.
  @FunctionalInterface
  public interface Work {
    void run(EventStream events);
  }

  /// Whether the answer is wanted as a stream.
  public static boolean isWanted(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  /// Runs the work, as the caller of this request, and writes what it sends until it is done.
  ///
  /// @throws RuntimeException what the work threw before it sent anything; a later failure is the
  ///   last event, `failed` with `code` and `message`
  public static void write(HttpServletResponse response, JsonMapper json, Work work) {
    var stream = new EventStream(json);
    var failure = new Failure();
    SecurityContext caller = SecurityContextHolder.getContext();
    Thread.ofVirtual()
        .name("event-stream")
        .start(() -> {
          SecurityContextHolder.setContext(caller);
          try {
            work.run(stream);
          } catch (RuntimeException e) {
            failure.cause = e;
            stream.waiting.add(new Event(FAILED, json.writeValueAsString(Failed.of(e))));
          } finally {
            SecurityContextHolder.clearContext();
            stream.waiting.add(new Event("", ""));
          }
        });
    try {
      stream.pump(response, failure);
    } catch (IOException _) {
      // The reader has gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private record Failed(String code, String message) {

    static Failed of(RuntimeException cause) {
      if (cause instanceof PortalException known) {
        return new Failed(known.code().name(), String.valueOf(known.getMessage()));
      }
      LOG.error("Work that is shown as it goes on failed unexpectedly", cause);
      return new Failed(
          ErrorCode.INTERNAL_ERROR.name(), "Something went wrong on our side. Please try again.");
    }
  }

  private static final class Failure {
    private volatile @Nullable RuntimeException cause;
  }

  /// May be called on any thread; never waits for the reader.
  public void send(String name, Object data) {
    waiting.add(new Event(name, json.writeValueAsString(data)));
  }

  private void pump(HttpServletResponse response, Failure failure)
      throws IOException, InterruptedException {
    Event event = next();
    RuntimeException early = failure.cause;
    if (early != null && event != null && event.name().equals(FAILED)) {
      throw early;
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
    response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back
    OutputStream out = response.getOutputStream();
    while (event == null || !event.name().isEmpty()) {
      String text =
          event == null ? ":\n\n" : "event: " + event.name() + "\ndata: " + event.json() + "\n\n";
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      event = next();
    }
  }

  /// Null after a silence: the stream has to show that it lives.
  private @Nullable Event next() throws InterruptedException {
    return waiting.poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
