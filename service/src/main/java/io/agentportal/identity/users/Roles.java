package io.agentportal.identity.users;

import io.agentportal.audit.AuditEvent;
import io.agentportal.audit.AuditTrail;
import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.Role;
import io.agentportal.platform.tenancy.TenantId;
import io.agentportal.platform.tenancy.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the people of a tenant may do here, where an admin decides otherwise than Genesys.
@Service
class Roles {
  private final PeopleStore store;
  private final AuditTrail audit;

  Roles(PeopleStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  List<Person> list(TenantId tenantId) {
    return store.list(tenantId);
  }

  /// Decides on a role; it counts from that person's next request on.
  ///
  /// @param role null: what Genesys says counts again
  /// @throws PortalException `NOT_FOUND`, `LAST_ADMIN` if nobody would be left who may change
  ///   things
  @Transactional
  public Person override(Caller caller, UserId id, @Nullable Role role) {
    store.lock(caller.tenantId());
    List<Person> people = store.list(caller.tenantId());
    Person before =
        people.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> PortalException.notFound("user", id.toString()));
    Person after = before.withOverride(role);
    if (before.role() == Role.ADMIN && after.role() != Role.ADMIN && isLastAdmin(people, id)) {
      throw new PortalException(
          ErrorCode.LAST_ADMIN,
          "%s is the last admin. Make somebody else an admin first.".formatted(before.name()));
    }
    store.override(caller.tenantId(), id, role);
    audit.record(
        new AuditEvent(
            caller.tenantId(),
            caller.displayName(),
            "role.changed",
            "user:" + id,
            Map.of("person", before.email(), "before", shown(before), "after", shown(after))));
    return after;
  }

  private static boolean isLastAdmin(List<Person> people, UserId id) {
    return people.stream()
        .filter(each -> !each.id().equals(id))
        .noneMatch(each -> each.role() == Role.ADMIN);
  }

  private static String shown(Person person) {
    return person.role().wireName() + (person.override() == null ? " by Genesys" : " by an admin");
  }
}
