package io.agentportal.webhooks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/// `/webhook/*`: what Meta and Genesys call. Answers are empty except the handshake's, and the same
/// for every reason to refuse.
class WebhookServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String RETRY_AFTER_SECONDS = "2";

  private final transient WebhookIntake intake;
  private final transient MetaHandshake handshake;

  WebhookServlet(WebhookIntake intake, MetaHandshake handshake) {
    this.intake = intake;
    this.handshake = handshake;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<WebhookAddress> address = WebhookAddress.of(request.getPathInfo());
    if (address.isEmpty()) {
      answer(response, HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    switch (request.getMethod()) {
      case "POST" -> answer(response, intake.take(address.get(), request));
      case "GET" -> handshake.answer(address.get(), request, response);
      default -> {
        response.setHeader("Allow", "GET, POST");
        answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  private static void answer(HttpServletResponse response, int status) {
    response.setStatus(status);
    response.setContentLength(0);
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
        || status == HttpServletResponse.SC_REQUEST_TIMEOUT) {
      // The rest of the body is not worth reading.
      response.setHeader("Connection", "close");
    }
  }
}
