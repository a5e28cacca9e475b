package io.agentportal.genesys;

import io.agentportal.genesys.GenesysLoginOutcome.Identified;
import io.agentportal.genesys.GenesysLoginOutcome.Unavailable;
import io.agentportal.platform.client.HttpOutcome;
import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import io.agentportal.platform.client.PartnerHttp;
import io.agentportal.platform.client.PartnerRequest;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import java.net.URI;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;

/// Signing in with Genesys Cloud: authorization code with PKCE, confidential client.
///
/// The token that Genesys gives is used to read who signed in, then revoked; nothing of it is kept.
/// Source: developer.genesys.cloud, "Authorization code grant" and "additional parameters".
@Component
public class GenesysLogin {
  private static final Logger log = LoggerFactory.getLogger(GenesysLogin.class);

  private final GenesysLoginProperties client;
  private final GenesysRegions regions;
  private final PartnerHttp http;
  private final GenesysLoginReader reader;

  GenesysLogin(
      GenesysLoginProperties client,
      GenesysRegions regions,
      PartnerHttp http,
      GenesysLoginReader reader) {
    this.client = client;
    this.regions = regions;
    this.http = http;
    this.reader = reader;
  }

  /// Where the browser goes to sign in.
  ///
  /// @param codeChallenge base64url of the SHA-256 of the verifier, without padding
  /// @throws PortalException `SERVICE_UNAVAILABLE` if this deployment has no login client
  public URI authorizeUrl(String region, String redirectUri, String state, String codeChallenge) {
    return authorizeUrl(region, redirectUri, state, codeChallenge, UnaryOperator.identity());
  }

  /// As [#authorizeUrl(String, String, String, String)], but the person has to enter the password
  /// again, whatever login the browser remembers.
  ///
  /// @param loginHint the e-mail address to start with
  public URI freshLoginUrl(
      String region, String redirectUri, String state, String codeChallenge, String loginHint) {
    return authorizeUrl(
        region,
        redirectUri,
        state,
        codeChallenge,
        query -> query.queryParam("prompt", "login").queryParam("login_hint", "{hint}"),
        loginHint);
  }

  private URI authorizeUrl(
      String region,
      String redirectUri,
      String state,
      String codeChallenge,
      UnaryOperator<UriComponentsBuilder> more,
      String... moreValues) {
    if (!client.isComplete()) {
      throw new PortalException(
          ErrorCode.SERVICE_UNAVAILABLE,
          "Signing in is not set up on this server: its Genesys login client is missing"
              + " (PORTAL_GENESYS_CLIENT_ID and PORTAL_GENESYS_CLIENT_SECRET).");
    }
    return address(
        regions.find(region).loginUrl() + "/oauth/authorize",
        query ->
            more.apply(
                query
                    .queryParam("response_type", "code")
                    .queryParam("client_id", "{client}")
                    .queryParam("redirect_uri", "{redirect}")
                    .queryParam("state", "{state}")
                    .queryParam("code_challenge", "{challenge}")
                    .queryParam("code_challenge_method", "S256")),
        Stream.concat(
                Stream.of(client.id(), redirectUri, state, codeChallenge), Stream.of(moreValues))
            .toArray(String[]::new));
  }

  /// Where the browser goes to end its Genesys session too.
  public URI logoutUrl(String region, String redirectUri) {
    if (!client.isComplete()) {
      return URI.create(regions.find(region).loginUrl() + "/logout");
    }
    return address(
        regions.find(region).loginUrl() + "/logout",
        query -> query.queryParam("client_id", "{client}").queryParam("redirect_uri", "{redirect}"),
        client.id(),
        redirectUri);
  }

  /// Exchanges the code and reads who signed in. Blocks for up to four calls.
  ///
  /// @param redirectUri the one of the authorize request
  /// @param codeVerifier whose challenge was in the authorize request
  public GenesysLoginOutcome identify(
      String region, String code, String redirectUri, String codeVerifier) {
    GenesysRegions.Region at = regions.find(region);
    HttpOutcome answer =
        http.exchange(
            PartnerRequest.form(
                    at.loginUrl().resolve("/oauth/token"), form(code, redirectUri, codeVerifier))
                .withBasic(client.id(), client.secret()));
    return switch (answer) {
      case Answered token when token.isSuccess() -> identify(at, token);
      case Answered refusal -> reader.failure(refusal);
      case Unsent(var reason) -> new Unavailable(reason);
      case Uncertain(var reason) -> new Unavailable(reason);
    };
  }

  private GenesysLoginOutcome identify(GenesysRegions.Region at, Answered token) {
    try {
      SecretText accessToken = reader.accessToken(token);
      try {
        return read(at, accessToken);
      } finally {
        revoke(at, accessToken);
      }
    } catch (JacksonException | IllegalStateException _) { // its message may repeat the answer
      return new Unavailable("an answer that is not as documented");
    }
  }

  private GenesysLoginOutcome read(GenesysRegions.Region at, SecretText token) {
    HttpOutcome person =
        get(at, "/api/v2/users/me?expand=authorization&expand=organization&expand=images", token);
    if (!(person instanceof Answered me) || !me.isSuccess()) {
      return failure(person);
    }
    if (reader.namesOrganization(me)) {
      return new Identified(reader.identity(me, me));
    }
    // Some organisations leave the expansion out.
    HttpOutcome organization = get(at, "/api/v2/organizations/me", token);
    if (!(organization instanceof Answered own) || !own.isSuccess()) {
      return failure(organization);
    }
    return new Identified(reader.identity(me, own));
  }

  private GenesysLoginOutcome failure(HttpOutcome outcome) {
    return switch (outcome) {
      case Answered answer -> reader.failure(answer);
      case Unsent(var reason) -> new Unavailable(reason);
      case Uncertain(var reason) -> new Unavailable(reason);
    };
  }

  private HttpOutcome get(GenesysRegions.Region at, String path, SecretText token) {
    return http.exchange(PartnerRequest.get(at.apiUrl().resolve(path)).withBearer(token));
  }

  /// The token dies with its lifetime if this fails, so a failure does not fail the login.
  private void revoke(GenesysRegions.Region at, SecretText token) {
    var request = PartnerRequest.delete(at.apiUrl().resolve("/api/v2/tokens/me")).withBearer(token);
    if (!(http.exchange(request) instanceof Answered answer && answer.isSuccess())) {
      log.info("Genesys login token was not revoked; it ends by itself region={}", at.id());
    }
  }

  private static String form(String code, String redirectUri, String codeVerifier) {
    return String.valueOf(
        UriComponentsBuilder.newInstance()
            .queryParam("grant_type", "authorization_code")
            .queryParam("code", "{code}")
            .queryParam("redirect_uri", "{redirect}")
            .queryParam("code_verifier", "{verifier}")
            .encode()
            .buildAndExpand(code, redirectUri, codeVerifier)
            .getQuery());
  }

  private static URI address(
      String base, Function<UriComponentsBuilder, UriComponentsBuilder> query, String... values) {
    return query
        .apply(UriComponentsBuilder.fromUriString(base))
        .encode()
        .buildAndExpand((Object[]) values)
        .toUri();
  }
}
