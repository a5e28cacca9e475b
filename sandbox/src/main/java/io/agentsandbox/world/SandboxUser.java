package io.agentsandbox.world;

/// A person who can sign in with the shared password. `role` is `admin` or `viewer`.
public record SandboxUser(String id, String email, String name, String role) {
  public boolean mayChangeThings() {
    return role.equals("admin");
  }
}
