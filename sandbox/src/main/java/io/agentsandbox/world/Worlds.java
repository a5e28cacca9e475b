package io.agentsandbox.world;

import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Resources;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Everything that is seeded: the organisations, the portal's login client and the password.
///
/// @param loginClient the portal's own client, registered in every organisation
/// @param password shared by all users; shown on the login page
public record Worlds(OAuthClient loginClient, String password, List<World> worlds) {

  /// Reads the seed that ships with the sandbox.
  public static Worlds seeded() {
    JsonNode tree = Json.parse(Resources.bytes("/io/agentsandbox/worlds.json"));
    return Json.MAPPER.treeToValue(tree, Worlds.class);
  }

  /// The world with this key. Throws `IllegalArgumentException` with a sentence for the caller.
  public World get(String key) {
    return worlds.stream()
        .filter(world -> world.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("org: unknown value " + key));
  }

  /// Who signs in with this address, in which world.
  public Optional<Person> person(String email) {
    return worlds.stream()
        .flatMap(world -> people(world).stream())
        .filter(person -> person.user().email().equalsIgnoreCase(email.strip()))
        .findFirst();
  }

  /// The two people of a world.
  public static List<Person> people(World world) {
    return List.of(new Person(world, world.admin()), new Person(world, world.viewer()));
  }

  /// A user and the organisation they belong to.
  public record Person(World world, SandboxUser user) {}
}
