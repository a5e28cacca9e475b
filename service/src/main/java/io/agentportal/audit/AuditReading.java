package io.agentportal.audit;

import io.agentportal.audit.AuditStore.Hashed;
import io.agentportal.platform.tenancy.Caller;
import io.agentportal.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Shows a tenant's trail to its auditors; that somebody took it away is an entry of its own.
@Service
class AuditReading {
  private static final int EXPORTED_AT_ONCE = 1_000;

  private final AuditListStore store;
  private final AuditTrail trail;

  AuditReading(AuditListStore store, AuditTrail trail) {
    this.store = store;
    this.trail = trail;
  }

  long count(TenantId tenantId, AuditFilter filter) {
    return store.count(tenantId, filter);
  }

  List<AuditEntry> page(TenantId tenantId, AuditFilter filter, int page, int pageSize) {
    return store.page(tenantId, filter, page, pageSize).stream().map(trail::toEntry).toList();
  }

  /// Writes the entries, oldest first, without ever holding more than a thousand.
  void export(TenantId tenantId, AuditFilter filter, Writer out) throws IOException {
    out.write(AuditCsv.BYTE_ORDER_MARK + AuditCsv.header());
    long last = 0;
    List<Hashed> rows;
    do {
      rows = store.after(tenantId, filter, last, EXPORTED_AT_ONCE);
      for (Hashed row : rows) {
        out.write(AuditCsv.line(row));
        last = row.entry().sequence();
      }
      out.flush();
    } while (rows.size() == EXPORTED_AT_ONCE);
  }

  void recordExport(Caller caller, AuditFilter filter) {
    Map<String, Object> details = new TreeMap<>();
    put(details, "action", filter.action());
    put(details, "actor", filter.actor());
    put(details, "subject", filter.subject());
    put(details, "from", filter.from());
    put(details, "to", filter.to());
    trail.record(
        new AuditEvent(
            caller.tenantId(), caller.displayName(), "audit.exported", "audit:trail", details));
  }

  AuditVerification verify(Caller caller) {
    return trail.verify(caller.tenantId());
  }

  private static void put(Map<String, Object> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value.toString());
    }
  }
}
