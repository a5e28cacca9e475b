package io.agentportal.integration;

import io.agentportal.integration.checks.CheckList.Announced;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.EventStream;
import io.agentportal.platform.tenancy.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/api/integration/validate`: the connectivity test. Admins only.
@RestController
@RequestMapping("/api/integration/validate")
@PreAuthorize("hasRole('ADMIN')")
class ConnectivityController {
  private final ConnectivityTest test;
  private final JsonMapper json;

  ConnectivityController(ConnectivityTest test, JsonMapper json) {
    this.test = test;
    this.json = json;
  }

  /// The event `started`.
  record Started(List<Announced> checks, Instant at) {}

  @GetMapping
  TestReport last(Caller caller) {
    return test.last(caller.tenantId())
        .orElseThrow(() -> PortalException.notFound("connectivity test", "yet"));
  }

  /// Null where the answer is a stream, which is written already.
  @PostMapping
  @Nullable TestReport run(
      Caller caller, HttpServletRequest request, HttpServletResponse response) {
    if (!EventStream.isWanted(request)) {
      return test.run(caller.tenantId(), ConnectivityTest.Listener.NOBODY);
    }
    EventStream.write(
        response,
        json,
        events -> events.send("finished", test.run(caller.tenantId(), new StreamListener(events))));
    return null;
  }

  private record StreamListener(EventStream events) implements ConnectivityTest.Listener {

    @Override
    public void started(List<Announced> checks, Instant at) {
      events.send("started", new Started(checks, at));
    }

    @Override
    public void changed(Check check) {
      events.send("check", check);
    }
  }
}
