package io.agentportal.identity.users;

import io.agentportal.identity.confirmation.ConfirmationPurpose;
import io.agentportal.identity.confirmation.Confirmations;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/users`: who signed in here and what they may do. For admins.
@RestController
@RequestMapping("/api/users")
@PreAuthorize("hasRole('ADMIN')")
class UsersController {
  private final Roles roles;
  private final Confirmations confirmations;

  UsersController(Roles roles, Confirmations confirmations) {
    this.roles = roles;
    this.confirmations = confirmations;
  }

  record Users(List<User> users) {}

  /// @param roleSource `genesys` or `override`
  record User(
      String id, String email, String name, String role, String roleSource, Instant lastSeenAt) {

    static User of(Person person) {
      return new User(
          person.id().toString(),
          person.email(),
          person.name(),
          person.role().wireName(),
          person.override() == null ? "genesys" : "override",
          person.lastSeenAt());
    }
  }

  /// @param role `admin`, `viewer`, or null: as Genesys says
  record Decision(@Nullable String role, @Nullable String confirmationToken) {}

  @GetMapping
  Users list(Caller caller) {
    return new Users(roles.list(caller.tenantId()).stream().map(User::of).toList());
  }

  @PutMapping("/{id}/role")
  User override(
      @PathVariable UUID id,
      @RequestBody Decision decision,
      @RequestHeader(name = Confirmations.HEADER, required = false) @Nullable String token,
      Caller caller) {
    Role role = role(decision.role());
    confirmations.demand(
        caller,
        ConfirmationPurpose.CHANGE_ROLE,
        token == null ? decision.confirmationToken() : token);
    return User.of(roles.override(caller, new UserId(id), role));
  }

  private static @Nullable Role role(@Nullable String wireName) {
    if (wireName == null) {
      return null;
    }
    return Arrays.stream(Role.values())
        .filter(each -> each.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () -> PortalException.invalid("role", wireName + " (expected: admin, viewer or null)"));
  }
}
