package io.agentportal.platform.tenancy;

/// What a caller may do: an admin changes things, a viewer reads.
public enum Role {
  ADMIN,
  VIEWER;

  /// The role as the API spells it: `admin` or `viewer`.
  public String wireName() {
    return switch (this) {
      case ADMIN -> "admin";
      case VIEWER -> "viewer";
    };
  }

  /// The name Spring Security knows the role by, for `hasRole` rules.
  public String authority() {
    return "ROLE_" + name();
  }
}
