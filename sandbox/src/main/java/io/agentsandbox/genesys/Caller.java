package io.agentsandbox.genesys;

import io.agentsandbox.world.World;

/// Who makes an API call, and the organisation it is about.
record Caller(AccessToken token, Organisation organisation) {
  Grant grant() {
    return token.grant();
  }

  World world() {
    return grant().world();
  }

  /// Refuses with 403, naming the permission, as Genesys does.
  void require(String permission) {
    if (!grant().permissions().contains(permission)) {
      throw GenesysRefusal.missingPermission(permission);
    }
  }
}
