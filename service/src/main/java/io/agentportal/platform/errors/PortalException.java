package io.agentportal.platform.errors;

import java.util.List;
import java.util.Map;

/// A failure that the user should see. The message is for users: no secret, no class name.
public class PortalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  /// @param details extra members for the API's `error.details`; JSON-friendly values only
  public PortalException(ErrorCode code, String message, Map<String, Object> details) {
    super(message);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public PortalException(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /// `NOT_FOUND` for a thing that does not exist, or belongs to another tenant.
  public static PortalException notFound(String thing, String id) {
    return new PortalException(ErrorCode.NOT_FOUND, "There is no " + thing + " " + id + ".");
  }

  /// `VALIDATION_FAILED` for one field of a request.
  ///
  /// @param field the JSON member or query parameter, in dotted notation
  /// @param problem names the offending value and the expected one: `"0 (expected: 1..100)"`
  public static PortalException invalid(String field, String problem) {
    return invalid(List.of(new FieldProblem(field, problem)));
  }

  /// `VALIDATION_FAILED` for several fields of a request.
  public static PortalException invalid(List<FieldProblem> problems) {
    return new PortalException(
        ErrorCode.VALIDATION_FAILED,
        "Some values are not valid. Please check the marked fields.",
        Map.of("fields", List.copyOf(problems)));
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> details() {
    return details == null ? Map.of() : details;
  }
}
