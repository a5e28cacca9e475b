package io.agentportal.platform.http;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.FieldProblem;
import io.agentportal.platform.errors.PortalException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The edge of the API: every failure leaves as the error envelope. What the user cannot act on is
/// logged here, once, and reaches the user as a request id.
@RestControllerAdvice
class ApiExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ApiExceptionHandler.class);

  private final ApiErrors errors;

  ApiExceptionHandler(ApiErrors errors) {
    this.errors = errors;
  }

  @ExceptionHandler
  ResponseEntity<ApiEnvelope> portal(PortalException failure, HttpServletRequest request) {
    var answer = ResponseEntity.status(failure.code().status());
    if (failure.details().get("retryAfterSeconds") instanceof Number seconds) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    // Said outright: whoever asked for an event stream gets errors as JSON too.
    return answer.contentType(MediaType.APPLICATION_JSON).body(errors.envelope(failure, request));
  }

  @ExceptionHandler
  ResponseEntity<ApiEnvelope> invalidBody(
      MethodArgumentNotValidException failure, HttpServletRequest request) {
    List<FieldProblem> problems =
        failure.getFieldErrors().stream()
            .map(e -> new FieldProblem(e.getField(), String.valueOf(e.getDefaultMessage())))
            .toList();
    return portal(PortalException.invalid(problems), request);
  }

  @ExceptionHandler
  ResponseEntity<ApiEnvelope> invalidParameter(
      ConstraintViolationException failure, HttpServletRequest request) {
    List<FieldProblem> problems =
        failure.getConstraintViolations().stream()
            .map(v -> new FieldProblem(v.getPropertyPath().toString(), v.getMessage()))
            .toList();
    return portal(PortalException.invalid(problems), request);
  }

  @ExceptionHandler
  ResponseEntity<ApiEnvelope> wrongType(
      MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
    return portal(
        PortalException.invalid(failure.getName(), failure.getValue() + " is not valid"), request);
  }

  @ExceptionHandler
  ResponseEntity<ApiEnvelope> missing(
      MissingServletRequestParameterException failure, HttpServletRequest request) {
    return portal(PortalException.invalid(failure.getParameterName(), "is required"), request);
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    HttpRequestMethodNotSupportedException.class,
    HttpMediaTypeNotSupportedException.class,
    HttpMediaTypeNotAcceptableException.class,
    NoResourceFoundException.class,
    AccessDeniedException.class
  })
  ResponseEntity<ApiEnvelope> refused(Exception failure, HttpServletRequest request) {
    return portal(asPortalException(failure), request);
  }

  /// The browser went away in the middle of the answer: nobody is left to tell.
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() {}

  /// @throws Exception the failure itself in the middle of an answer: the connection then breaks
  ///   off, so that nobody takes the beginning of a file for the whole
  @ExceptionHandler
  ResponseEntity<ApiEnvelope> unexpected(
      Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    log.error("Request failed unexpectedly", failure);
    if (response.isCommitted()) {
      throw failure;
    }
    return portal(
        new PortalException(
            ErrorCode.INTERNAL_ERROR,
            "Something went wrong on our side. Please try again; if it stays, tell us the request"
                + " id."),
        request);
  }

  private static PortalException asPortalException(Exception failure) {
    return switch (failure) {
      case HttpMessageNotReadableException _ ->
          new PortalException(ErrorCode.MALFORMED_REQUEST, "The request body is not valid JSON.");
      case HttpRequestMethodNotSupportedException e ->
          new PortalException(
              ErrorCode.METHOD_NOT_ALLOWED, e.getMethod() + " is not possible here.");
      case HttpMediaTypeNotSupportedException _ ->
          new PortalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send JSON, please.");
      case HttpMediaTypeNotAcceptableException _ ->
          new PortalException(ErrorCode.NOT_ACCEPTABLE, "There is no answer in that format.");
      case AccessDeniedException _ ->
          new PortalException(ErrorCode.FORBIDDEN, "Your role does not allow this.");
      default -> new PortalException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
    };
  }
}
