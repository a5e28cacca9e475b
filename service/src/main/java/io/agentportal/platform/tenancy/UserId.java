package io.agentportal.platform.tenancy;

import java.util.UUID;

/// One person who signs in, within one tenant.
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
