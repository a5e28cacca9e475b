package io.agentportal.audit;

import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.http.Pagination;
import io.agentportal.platform.tenancy.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/audit-logs`: who did what. For admins.
@RestController
@RequestMapping("/api/audit-logs")
@PreAuthorize("hasRole('ADMIN')")
class AuditController {
  private final AuditReading reading;

  AuditController(AuditReading reading) {
    this.reading = reading;
  }

  /// The query parameters of list and export.
  record Wanted(
      @Nullable String action,
      @Nullable String actor,
      @Nullable String subject,
      @Nullable String from,
      @Nullable String to) {

    AuditFilter filter() {
      return new AuditFilter(action, actor, subject, instant("from", from), instant("to", to));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
      try {
        return text == null || text.isBlank() ? null : Instant.parse(text);
      } catch (DateTimeParseException _) {
        throw PortalException.invalid(name, text + " (expected: 2026-03-10T12:00:00Z)");
      }
    }
  }

  record Entries(List<Entry> entries, Pagination pagination) {}

  /// @param id the place in the chain
  /// @param event what happened: `noun.verb-ed`
  record Entry(
      String id,
      Instant timestamp,
      String event,
      String actor,
      Map<String, Object> details,
      String subject,
      @Nullable String requestId,
      @Nullable String address) {

    static Entry of(AuditEntry entry) {
      return new Entry(
          Long.toString(entry.sequence()),
          entry.at(),
          entry.action(),
          entry.actor(),
          entry.details(),
          entry.subject(),
          entry.requestId(),
          entry.address());
    }
  }

  /// @param checked how many entries are as they were written
  /// @param headHash of the newest entry; noted elsewhere it proves the chain later; null if broken
  record Verification(
      boolean intact, long checked, @Nullable String headHash, @Nullable Break firstBroken) {

    static Verification of(AuditVerification found) {
      return switch (found) {
        case AuditVerification.Intact(long entries, String headHash) ->
            new Verification(true, entries, headHash, null);
        case AuditVerification.Broken(long sequence, String problem) ->
            new Verification(false, sequence - 1, null, new Break(sequence, problem));
      };
    }
  }

  record Break(long sequence, String problem) {}

  @GetMapping
  Entries list(
      Wanted wanted,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int pageSize,
      Caller caller) {
    Pagination.check(page, pageSize);
    AuditFilter filter = wanted.filter();
    return new Entries(
        reading.page(caller.tenantId(), filter, page, pageSize).stream().map(Entry::of).toList(),
        Pagination.of(page, pageSize, reading.count(caller.tenantId(), filter)));
  }

  @GetMapping("/export")
  void export(Wanted wanted, Caller caller, HttpServletResponse response) throws IOException {
    AuditFilter filter = wanted.filter();
    reading.recordExport(caller, filter);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit-log.csv\"");
    response.setHeader("X-Total-Count", Long.toString(reading.count(caller.tenantId(), filter)));
    reading.export(caller.tenantId(), filter, response.getWriter());
  }

  @GetMapping("/verify")
  Verification verify(Caller caller) {
    return Verification.of(reading.verify(caller));
  }
}
