package io.agentportal.genesys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentportal.platform.client.HttpOutcome;
import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.client.PartnerRequest;
import io.agentportal.platform.crypto.SecretText;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Access tokens of machine clients, one per client, kept until shortly before they expire. However
/// many callers need one at the same time, one asks for it.
@Component
class GenesysTokens {
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /// So that a thousand waiting messages do not all ask with a wrong secret.
  private static final Duration REFUSAL_STANDS = Duration.ofSeconds(5);

  private static final int SLOTS_AT_MOST = 100_000;
  private static final Duration SLOT_KEPT = Duration.ofHours(1);

  private final PartnerHttp http;
  private final GenesysRegions regions;
  private final Clock clock;
  private final Duration timeout;

  /// Bounded: each secret that an admin tries makes one, and none is told when it is replaced.
  private final Cache<GenesysAccess, Slot> slots =
      Caffeine.newBuilder().maximumSize(SLOTS_AT_MOST).expireAfterAccess(SLOT_KEPT).build();

  GenesysTokens(
      PartnerHttp http, GenesysRegions regions, GenesysProperties properties, Clock clock) {
    this.http = http;
    this.regions = regions;
    this.clock = clock;
    this.timeout = properties.timeout();
  }

  /// What came of asking for a token.
  sealed interface Grant {

    /// @param token opaque
    record Granted(SecretText token, Instant goodUntil) implements Grant {}

    /// @param failure why a call cannot be made now
    record Failed(GenesysSendOutcome failure, Instant goodUntil) implements Grant {}

    Instant goodUntil();
  }

  /// A token for calls of this client.
  ///
  /// @param rejected a token that Genesys just refused, never given again; null at first
  Grant grant(GenesysAccess access, @Nullable SecretText rejected) {
    Slot slot = slots.get(access, _ -> new Slot());
    Grant known = slot.grant;
    if (known != null && isGood(known, rejected)) {
      return known;
    }
    slot.lock.lock();
    try {
      Grant renewed = slot.grant;
      if (renewed == null || !isGood(renewed, rejected)) {
        renewed = ask(access);
        slot.grant = renewed;
      }
      return renewed;
    } finally {
      slot.lock.unlock();
    }
  }

  private boolean isGood(Grant grant, @Nullable SecretText rejected) {
    return clock.instant().isBefore(grant.goodUntil())
        && !(grant instanceof Grant.Granted granted && granted.token().equals(rejected));
  }

  private Grant ask(GenesysAccess access) {
    URI uri = URI.create(regions.find(access.region()).loginUrl() + "/oauth/token");
    HttpOutcome outcome =
        http.exchange(
            PartnerRequest.form(uri, "grant_type=client_credentials")
                .withBasic(access.clientId(), access.clientSecret())
                .withTimeout(timeout));
    return switch (outcome) {
      case Answered answer -> granted(answer);
      // Asking for a token twice does no harm, so "uncertain" is no different from "unsent" here.
      case Unsent(var reason) -> later(Duration.ZERO, "unreachable", reason);
      case Uncertain(var reason) -> later(Duration.ZERO, "unreachable", reason);
    };
  }

  private Grant granted(Answered answer) {
    JsonNode body = PartnerJson.tree(answer);
    String token = PartnerJson.text(body, "access_token");
    if (answer.isSuccess() && token != null) {
      Duration life = Duration.ofSeconds(PartnerJson.integer(body, "expires_in", 300));
      Duration margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(2);
      return new Grant.Granted(SecretText.of(token), clock.instant().plus(life).minus(margin));
    }
    String code = PartnerJson.textOr(body, "error", "http-" + answer.status());
    String reason =
        PartnerJson.textOr(
            body, "error_description", PartnerJson.textOr(body, "description", "no reason given"));
    if (answer.status() == 400 || answer.status() == 401 || answer.status() == 403) {
      return new Grant.Failed(
          new GenesysSendOutcome.NeedsCredentials(
              code, "Genesys refuses the machine client: " + reason),
          clock.instant().plus(REFUSAL_STANDS));
    }
    Duration delay = answer.retryAfter().orElse(Duration.ZERO);
    return later(delay, code, "Genesys gives no token: " + reason);
  }

  private Grant later(Duration delay, String code, String reason) {
    return new Grant.Failed(
        new GenesysSendOutcome.Retry(delay, code, reason, GenesysSendOutcome.Scope.TENANT),
        clock.instant().plus(delay));
  }

  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Grant grant;
  }
}
