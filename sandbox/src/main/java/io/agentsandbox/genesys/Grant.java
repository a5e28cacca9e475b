package io.agentsandbox.genesys;

import io.agentsandbox.world.OAuthClient;
import io.agentsandbox.world.SandboxUser;
import io.agentsandbox.world.World;
import java.util.Set;

/// What an access token stands for.
sealed interface Grant {
  /// What the simulated machine role may do, and with it an administrator.
  Set<String> EVERYTHING =
      Set.of(
          "analytics:conversationDetail:view",
          "authorization:role:view",
          "conversation:communication:disconnect",
          "conversation:message:create",
          "conversation:message:receive",
          "conversation:message:view",
          "directory:organization:view",
          "messaging:integration:add",
          "messaging:integration:delete",
          "messaging:integration:edit",
          "messaging:integration:view",
          "messaging:setting:view",
          "messaging:supportedContent:view",
          "oauth:client:view",
          "routing:message:manage");

  /// What a person with a reading role may do.
  Set<String> READING =
      Set.of(
          "conversation:message:view",
          "directory:organization:view",
          "messaging:integration:view",
          "messaging:setting:view",
          "messaging:supportedContent:view");

  World world();

  OAuthClient client();

  Set<String> permissions();

  /// A person who signed in.
  record Person(World world, OAuthClient client, SandboxUser user) implements Grant {
    @Override
    public Set<String> permissions() {
      return user.mayChangeThings() ? EVERYTHING : READING;
    }
  }

  /// A program with client credentials.
  record Machine(World world, OAuthClient client) implements Grant {
    @Override
    public Set<String> permissions() {
      return EVERYTHING;
    }
  }
}
