package io.agentportal.platform.errors;

/// The stable name of a failure, with its HTTP status. Never renamed, never reused; listed in
/// `docs/api.md`.
public enum ErrorCode {
  VALIDATION_FAILED(400),
  MALFORMED_REQUEST(400),
  INVALID_LOGIN_STATE(400),
  INVALID_CONFIRMATION_STATE(400),
  UNAUTHENTICATED(401),
  LOGIN_REJECTED(401),
  FORBIDDEN(403),
  CSRF_REJECTED(403),
  TENANT_MISMATCH(403),
  CONFIRMATION_OTHER_USER(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  REVISION_CONFLICT(409),
  ONBOARDING_INCOMPLETE(409),
  LAST_ADMIN(409),
  RESIDENCY_FIXED(409),
  ROTATION_IN_PROGRESS(409),
  NOTHING_TO_ROLL_BACK(409),
  PAYLOAD_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  PARTNER_REFUSED(422),
  CREDENTIAL_REFUSED(422),
  CONFIRMATION_REQUIRED(428),
  RATE_LIMITED(429),
  INTERNAL_ERROR(500),
  GENESYS_UNAVAILABLE(503),
  SERVICE_UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /// The HTTP status that carries this failure.
  public int status() {
    return status;
  }
}
