package io.agentportal.platform.tenancy;

import java.util.UUID;

/// One customer organisation. Random (UUID version 4), so that it cannot be guessed from another.
public record TenantId(UUID value) {

  /// @throws IllegalArgumentException if the text is not a UUID
  public static TenantId parse(String text) {
    return new TenantId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
