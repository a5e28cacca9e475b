package io.agentportal.webhooks;

import io.agentportal.credentials.AcceptedSecret;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.webhooks.WebhookSecrets.CrowdedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Takes one call: reads it, checks its signature, has it stored.
@Component
class WebhookIntake {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);
  private static final String SIGNATURE = "X-Hub-Signature-256";

  private final WebhookSecrets secrets;
  private final WebhookStore store;
  private final WebhookFindings findings;
  private final WebhookMetrics metrics;
  private final WebhookProperties properties;
  private final GenuineCalls genuine;
  private final BodyMemory memory;

  WebhookIntake(
      WebhookSecrets secrets,
      WebhookStore store,
      WebhookFindings findings,
      WebhookMetrics metrics,
      WebhookProperties properties,
      GenuineCalls genuine) {
    this.secrets = secrets;
    this.store = store;
    this.findings = findings;
    this.metrics = metrics;
    this.properties = properties;
    this.genuine = genuine;
    this.memory = new BodyMemory(properties.memory().toBytes());
  }

  /// The status to answer. 200 only when the call is durable.
  int take(WebhookAddress address, HttpServletRequest request) throws IOException {
    long arrivedNanos = System.nanoTime();
    int status = read(address, request, arrivedNanos + properties.readWithin().toNanos());
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      waitUntil(arrivedNanos + properties.refuseAfter().toNanos());
    }
    return status;
  }

  private int read(WebhookAddress address, HttpServletRequest request, long deadlineNanos)
      throws IOException {
    try (BodyMemory.Share share = memory.open()) {
      return switch (CallBody.read(request, address.source().maxBytes(), share, deadlineNanos)) {
        case CallBody.Complete(byte[] body) -> judge(address, request, body);
        case CallBody.Refused(Finding finding) -> {
          findings.add(WebhookAddress.NOBODY, address.source(), finding);
          yield finding.status();
        }
      };
    }
  }

  private int judge(WebhookAddress address, HttpServletRequest request, byte[] body) {
    List<AcceptedSecret> accepted;
    SignatureCheck check;
    try {
      accepted = secrets.signing(address);
      check = check(address, request, body, accepted);
    } catch (CrowdedException | DataAccessException failure) {
      LOG.atDebug().setCause(failure).log("a signature could not be checked");
      return found(WebhookAddress.NOBODY, address, Finding.NOT_STORED);
    }
    return switch (check) {
      case SignatureCheck.Genuine(AcceptedSecret by) -> {
        secrets.used(address, by);
        yield keep(address, request, body, by);
      }
      case SignatureCheck.Refused(Finding finding) ->
          found(accepted.isEmpty() ? WebhookAddress.NOBODY : tenantOf(address), address, finding);
    };
  }

  private SignatureCheck check(
      WebhookAddress address,
      HttpServletRequest request,
      byte[] body,
      List<AcceptedSecret> accepted) {
    String header = request.getHeader(SIGNATURE);
    SignatureCheck check = SignatureCheck.of(address.source(), body, header, accepted);
    if (accepted.isEmpty()
        || !(check instanceof SignatureCheck.Refused(var finding)
            && finding == Finding.WRONG_KEY)) {
      return check;
    }
    return SignatureCheck.of(address.source(), body, header, secrets.signingNow(address));
  }

  private int keep(
      WebhookAddress address, HttpServletRequest request, byte[] body, AcceptedSecret by) {
    if (by.isReplaced()) {
      found(tenantOf(address), address, Finding.PREVIOUS_SECRET);
    }
    var call =
        new NewWebhook(
            address.tenantId(),
            address.source(),
            by.isReplaced() ? "previous" : "current",
            request.getContentType(),
            request.getHeader("User-Agent"),
            body);
    try {
      store.store(call);
    } catch (NotStoredException failure) {
      LOG.atDebug().setCause(failure).log("a webhook was not stored");
      return found(tenantOf(address), address, Finding.NOT_STORED);
    }
    metrics.accepted(address.source());
    genuine.note(address, PartnerCalled.Kind.SIGNED, request.getHeader("User-Agent"));
    return HttpServletResponse.SC_OK;
  }

  private int found(TenantId tenant, WebhookAddress address, Finding finding) {
    findings.add(tenant, address.source(), finding);
    return finding.status();
  }

  private static TenantId tenantOf(WebhookAddress address) {
    return address.tenantId() == null ? WebhookAddress.NOBODY : address.tenantId();
  }

  private static void waitUntil(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
