package io.agentportal.genesys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who signed in at Genesys Cloud.
///
/// @param organizationId a UUID in lower case
/// @param userId a UUID in lower case
/// @param email the address; the user name where Genesys keeps no address
/// @param avatarUrl https; null if the person has no picture
/// @param permissions as Genesys spells them, `messaging:integration:edit`, also with wildcards
public record GenesysIdentity(
    String organizationId,
    String organizationName,
    String userId,
    String email,
    String name,
    @Nullable String avatarUrl,
    List<String> permissions) {
  private static final String ANY = "*";

  public GenesysIdentity {
    permissions = List.copyOf(permissions);
  }

  /// Whether one of the permissions covers the wanted one: each part equal or `*`; a `*` at the end
  /// covers all parts that follow.
  ///
  /// @param wanted without wildcards, `messaging:integration:edit`
  public boolean may(String wanted) {
    return permissions.stream().anyMatch(granted -> covers(granted, wanted));
  }

  private static boolean covers(String granted, String wanted) {
    String[] has = granted.split(":", -1);
    String[] needs = wanted.split(":", -1);
    if (has.length > needs.length) {
      return false;
    }
    for (int i = 0; i < has.length; i++) {
      if (!has[i].equals(ANY) && !has[i].equals(needs[i])) {
        return false;
      }
    }
    return has.length == needs.length || has[has.length - 1].equals(ANY);
  }
}
