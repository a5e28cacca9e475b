package io.agentportal.identity;

import io.agentportal.platform.tenancy.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// A signed-in caller, for Spring Security.
final class PortalAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Session session;

  PortalAuthentication(Session session) {
    super(AuthorityUtils.createAuthorityList(session.user().role().authority()));
    this.session = session;
    setAuthenticated(true);
  }

  Session session() {
    return session;
  }

  @Override
  public Caller getPrincipal() {
    return session.user().asCaller();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /// What the audit trail names as the actor.
  @Override
  public String getName() {
    return session.user().email();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PortalAuthentication that && session.equals(that.session);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(session);
  }
}
