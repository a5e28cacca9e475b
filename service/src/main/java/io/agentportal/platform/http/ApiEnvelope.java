package io.agentportal.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of every JSON answer under `/api`: `{success, data, timestamp}` or `{success, error,
/// timestamp}`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiEnvelope(
    boolean success, @Nullable Object data, @Nullable ApiError error, Instant timestamp) {

  /// @param statusCode the HTTP status, repeated for clients that only see the body
  /// @param details always holds `requestId`; for `VALIDATION_FAILED` also `fields`
  public record ApiError(
      String code, String message, Map<String, Object> details, int statusCode) {}

  public static ApiEnvelope success(@Nullable Object data, Instant now) {
    return new ApiEnvelope(true, data == null ? Map.of() : data, null, now);
  }

  static ApiEnvelope failure(ApiError error, Instant now) {
    return new ApiEnvelope(false, null, error, now);
  }
}
