package io.agentportal.identity;

import io.agentportal.platform.tenancy.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// A program that called with an API token, for Spring Security.
final class MachineAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  MachineAuthentication(Caller caller) {
    super(AuthorityUtils.createAuthorityList(caller.role().authority()));
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /// What the audit trail names as the actor.
  @Override
  public String getName() {
    return caller.displayName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MachineAuthentication that && caller.equals(that.caller);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(caller);
  }
}
