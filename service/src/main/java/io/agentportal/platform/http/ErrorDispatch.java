package io.agentportal.platform.http;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what failed outside the controllers, in the container or in a filter: the envelope under
/// `/api`, one plain line elsewhere.
@Controller
class ErrorDispatch implements ErrorController {
  private static final Map<Integer, ErrorCode> CODES =
      Map.of(
          400, ErrorCode.MALFORMED_REQUEST,
          401, ErrorCode.UNAUTHENTICATED,
          403, ErrorCode.FORBIDDEN,
          404, ErrorCode.NOT_FOUND,
          405, ErrorCode.METHOD_NOT_ALLOWED,
          413, ErrorCode.PAYLOAD_TOO_LARGE,
          415, ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          503, ErrorCode.SERVICE_UNAVAILABLE);

  private final ApiErrors errors;

  ErrorDispatch(ApiErrors errors) {
    this.errors = errors;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ErrorCode code =
        CODES.getOrDefault(status instanceof Integer i ? i : 404, ErrorCode.INTERNAL_ERROR);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (path.startsWith("/api/")) {
      errors.write(new PortalException(code, sentence(code)), request, response);
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(sentence(code));
  }

  private static String sentence(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND -> "There is nothing at this address.";
      case INTERNAL_ERROR -> "Something went wrong on our side. Please try again.";
      case SERVICE_UNAVAILABLE -> "The service is not available at the moment. Please try again.";
      default -> "This request cannot be answered.";
    };
  }
}
