package io.agentportal.webhooks;

import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.webhooks.WebhookSecrets.CrowdedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Meta asks whether an address is ours before it registers it: with our verify token, and a
/// challenge that has to come back as it is.
@Component
class MetaHandshake {
  private static final int MAX_CHALLENGE = 2_000;

  private final WebhookSecrets secrets;
  private final WebhookFindings findings;
  private final GenuineCalls genuine;

  MetaHandshake(WebhookSecrets secrets, WebhookFindings findings, GenuineCalls genuine) {
    this.secrets = secrets;
    this.findings = findings;
    this.genuine = genuine;
  }

  void answer(WebhookAddress address, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String challenge = request.getParameter("hub.challenge");
    try {
      if (!"subscribe".equals(request.getParameter("hub.mode"))
          || challenge == null
          || challenge.length() > MAX_CHALLENGE
          || !isOurs(address, request.getParameter("hub.verify_token"))) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentLength(0);
        return;
      }
    } catch (CrowdedException | DataAccessException _) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setContentLength(0);
      return;
    }
    genuine.note(address, PartnerCalled.Kind.HANDSHAKE, request.getHeader("User-Agent"));
    byte[] body = challenge.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private boolean isOurs(WebhookAddress address, @Nullable String offered) throws CrowdedException {
    if (offered == null || address.source() != WebhookSource.META) {
      return false;
    }
    List<SecretText> tokens = secrets.verifyTokens(address);
    byte[] bytes = offered.getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (SecretText token : tokens) {
      matches |= MessageDigest.isEqual(token.revealBytes(), bytes);
    }
    if (!matches) {
      TenantId tenant = address.tenantId();
      findings.add(
          tokens.isEmpty() || tenant == null ? WebhookAddress.NOBODY : tenant,
          WebhookSource.META,
          Finding.WRONG_VERIFY_TOKEN);
    }
    return matches;
  }
}
