package io.agentportal.identity;

import io.agentportal.genesys.GenesysLogin;
import io.agentportal.genesys.GenesysRegions;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Shows a session to the console.
@Component
class SessionViews {
  private static final String LOGIN_PAGE = "/login";

  private final Tenants tenants;
  private final AccessTokens accessTokens;
  private final GenesysLogin genesys;
  private final GenesysRegions regions;
  private final PublicOrigins origins;

  SessionViews(
      Tenants tenants,
      AccessTokens accessTokens,
      GenesysLogin genesys,
      GenesysRegions regions,
      PublicOrigins origins) {
    this.tenants = tenants;
    this.accessTokens = accessTokens;
    this.genesys = genesys;
    this.regions = regions;
    this.origins = origins;
  }

  SessionView show(Session session) {
    return SessionView.of(
        session, tenants.find(session.user().tenantId()), accessTokens.issue(session));
  }

  /// Where to end the Genesys session as well; at the default region without a session.
  URI genesysLogoutUrl(Optional<Session> session) {
    String region =
        session
            .map(each -> tenants.find(each.user().tenantId()).region())
            .orElseGet(() -> regions.defaultRegion().id());
    return genesys.logoutUrl(region, origins.address(LOGIN_PAGE));
  }
}
