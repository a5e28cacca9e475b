package io.agentsandbox.platform;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/// The way in for every call: reads the body, lets faults strike, words failures as the partner
/// does, and notes the call.
public final class Gateway {
  private static final int NO_ANSWER = 0;
  private final FaultRules faults;
  private final Journal<RecentCall> calls;
  private final SandboxClock clock;

  public Gateway(FaultRules faults, Journal<RecentCall> calls, SandboxClock clock) {
    this.faults = faults;
    this.calls = calls;
    this.clock = clock;
  }

  /// An endpoint of a partner.
  public Handler partner(FaultTarget target, PartnerVoice voice, Endpoint endpoint) {
    return (request, response) -> {
      long began = System.nanoTime();
      Call call = new Call(request, body(request));
      Optional<FaultRule> fault = faults.strike(target, () -> voice.worldOf(call));
      Optional<Reply> reply = struck(fault, call, voice, endpoint);
      note(target.label(), call, reply, began, fault);
      send(response, reply.orElseThrow(() -> new CloseConnectionException("fault")));
    };
  }

  /// An endpoint of the sandbox itself: no faults, not noted.
  public Handler own(Endpoint endpoint) {
    return (request, response) -> {
      Call call = new Call(request, body(request));
      send(response, ownAnswer(call, endpoint));
    };
  }

  private static Reply ownAnswer(Call call, Endpoint endpoint) throws InterruptedException {
    try {
      return endpoint.answer(call);
    } catch (Refusal e) {
      return e.reply();
    } catch (MalformedJson | IllegalArgumentException e) {
      return Reply.json(400, Json.object().put("error", String.valueOf(e.getMessage())));
    }
  }

  private Optional<Reply> struck(
      Optional<FaultRule> fault, Call call, PartnerVoice voice, Endpoint endpoint)
      throws InterruptedException {
    if (fault.isEmpty()) {
      return Optional.of(answer(call, voice, endpoint));
    }
    FaultRule rule = fault.get();
    return switch (rule.kind()) {
      case SLOW -> {
        Thread.sleep(rule.delay());
        yield Optional.of(answer(call, voice, endpoint));
      }
      case TIMEOUT -> {
        answer(call, voice, endpoint);
        Thread.sleep(rule.delay());
        yield Optional.empty();
      }
      case RESET -> Optional.empty();
      case RATE_LIMITED -> Optional.of(voice.rateLimited(rule.retryAfter()));
      case SERVER_ERROR -> Optional.of(voice.serverError());
      case EXPIRED_TOKEN -> Optional.of(voice.expiredToken());
      case DUPLICATE, OUT_OF_ORDER, WRONG_SIGNATURE ->
          throw new IllegalStateException("a webhook fault on a call: " + rule.kind());
    };
  }

  private static Reply answer(Call call, PartnerVoice voice, Endpoint endpoint)
      throws InterruptedException {
    try {
      return endpoint.answer(call);
    } catch (Refusal e) {
      return e.reply();
    } catch (MalformedJson e) {
      return voice.malformed(String.valueOf(e.getMessage()));
    }
  }

  private void note(
      String group, Call call, Optional<Reply> reply, long began, Optional<FaultRule> fault) {
    calls.add(
        new RecentCall(
            clock.millis(),
            group,
            call.method(),
            call.path(),
            reply.map(Reply::status).orElse(NO_ANSWER),
            Duration.ofNanos(System.nanoTime() - began).toMillis(),
            fault.map(rule -> rule.kind().label()).orElse("")));
  }

  private static byte[] body(ServerRequest request) {
    return request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
  }

  private static void send(ServerResponse response, Reply reply) {
    response.status(reply.status());
    if (!reply.contentType().isEmpty()) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, reply.contentType()));
    }
    reply.headers().forEach((name, value) -> response.header(name, value));
    if (reply.body().length() == 0) {
      response.send();
      return;
    }
    response.send(reply.body().array());
  }
}
