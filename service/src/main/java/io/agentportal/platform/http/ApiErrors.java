package io.agentportal.platform.http;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns a failure into the error envelope, for controllers and for filters in front of them.
@Component
public class ApiErrors {
  private final Clock clock;
  private final JsonMapper json;

  ApiErrors(Clock clock, JsonMapper json) {
    this.clock = clock;
    this.json = json;
  }

  /// The envelope of one failure; `details.requestId` names the request.
  ApiEnvelope envelope(PortalException failure, HttpServletRequest request) {
    Map<String, Object> details = new LinkedHashMap<>(failure.details());
    details.put("requestId", RequestIds.of(request));
    ErrorCode code = failure.code();
    return ApiEnvelope.failure(
        new ApiEnvelope.ApiError(
            code.name(), String.valueOf(failure.getMessage()), details, code.status()),
        clock.instant());
  }

  /// Writes the envelope where no controller runs, for example in a security filter.
  public void write(
      PortalException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(failure.code().status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(envelope(failure, request)));
  }
}
