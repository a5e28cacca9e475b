package io.agentportal.platform.live;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.ApiErrors;
import io.agentportal.platform.tenancy.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The stream of a tenant's changes. The request's own thread writes it until it ends: the thread
/// is virtual, so an open stream costs little more than its connection.
///
/// A reader who stops reading blocks nobody but that thread, which the connection's time-out for
/// writing frees.
@RestController
class LiveController {
  private final LiveStreams streams;
  private final SessionWatch sessions;
  private final ApiErrors errors;
  private final LiveProperties properties;
  private final JsonMapper json;
  private final Clock clock;

  LiveController(
      LiveStreams streams,
      SessionWatch sessions,
      ApiErrors errors,
      LiveProperties properties,
      JsonMapper json,
      Clock clock) {
    this.streams = streams;
    this.sessions = sessions;
    this.errors = errors;
    this.properties = properties;
    this.json = json;
    this.clock = clock;
  }

  /// The event `ready`: the stream is open. What changed before it has to be read.
  record Ready(Instant at) {}

  /// The event `activity`: something changed in these conversations.
  ///
  /// @param conversationIds the portal's ids, at most 50
  /// @param more whether other conversations changed as well
  record Changed(Instant at, List<UUID> conversationIds, boolean more) {}

  /// The event `session-ended`: whoever listens has to sign in again.
  record SessionEnded(Instant at) {}

  @GetMapping("/api/events")
  void events(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Optional<LiveStream> opened = streams.open(caller.tenantId());
    if (opened.isEmpty()) {
      refuse(request, response);
      return;
    }
    LiveStream stream = opened.get();
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader("Cache-Control", "no-store, no-transform");
      response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back
      write(stream, new EventWriter(response.getOutputStream()), sessions.watch(request));
    } catch (IOException e) {
      return; // the reader has gone, or does not read
    } finally {
      streams.remove(stream);
    }
  }

  private void write(LiveStream stream, EventWriter out, BooleanSupplier sessionHolds)
      throws IOException, InterruptedException {
    out.retry(properties.reconnectAfter());
    out.event("ready", json.writeValueAsString(new Ready(clock.instant())));
    long heartbeatNanos = properties.heartbeat().toNanos();
    long lastBeat = System.nanoTime();
    while (true) {
      long left = lastBeat + heartbeatNanos - System.nanoTime();
      switch (stream.await(Duration.ofNanos(left))) {
        case LiveStream.Turn.Write(var activity) -> write(activity, out);
        case LiveStream.Turn.Idle() -> {
          if (!sessionHolds.getAsBoolean()) {
            out.event("session-ended", json.writeValueAsString(new SessionEnded(clock.instant())));
            return;
          }
          out.comment();
          lastBeat = System.nanoTime();
        }
        case LiveStream.Turn.End() -> {
          return;
        }
      }
    }
  }

  private void write(Activity activity, EventWriter out) throws IOException {
    out.event(
        "activity",
        json.writeValueAsString(
            new Changed(clock.instant(), activity.conversationIds(), activity.more())));
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "5");
    errors.write(
        new PortalException(
            ErrorCode.SERVICE_UNAVAILABLE, "Too many consoles are open. Please try again soon."),
        request,
        response);
  }
}
