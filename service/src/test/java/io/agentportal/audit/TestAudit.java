package io.agentportal.audit;

import io.agentportal.platform.db.TestDatabase;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The audit trail on a test's database, for the tests of other modules too.
public final class TestAudit {
  private TestAudit() {}

  public static AuditTrail trail(TestDatabase database, Clock clock) {
    return new AuditTrail(new AuditStore(database.jdbc()), clock, JsonMapper.shared());
  }

  /// What was done, oldest first.
  public static List<String> actions(TestDatabase database, TenantId tenant) {
    return database
        .jdbc()
        .sql("select e.action from audit_entry e where e.tenant_id = :tenant order by e.sequence")
        .param("tenant", tenant.value())
        .query(String.class)
        .list();
  }

  /// Every word of the trail.
  public static String text(TestDatabase database, TenantId tenant) {
    return database
        .jdbc()
        .sql("select string_agg(e::text, ' ') from audit_entry e where e.tenant_id = :tenant")
        .param("tenant", tenant.value())
        .query(String.class)
        .single();
  }
}
