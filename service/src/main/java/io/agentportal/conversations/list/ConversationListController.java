package io.agentportal.conversations.list;

import io.agentportal.conversations.export.CsvExport;
import io.agentportal.conversations.export.CsvFile;
import io.agentportal.conversations.list.ConversationListQueries.Listed;
import io.agentportal.platform.http.Pagination;
import io.agentportal.platform.tenancy.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list of conversations.
@RestController
@RequestMapping("/api/conversations")
class ConversationListController {
  private final ConversationListQueries list;
  private final ConversationExport export;
  private final CsvExport exports;
  private final Clock clock;

  ConversationListController(
      ConversationListQueries list, ConversationExport export, CsvExport exports, Clock clock) {
    this.list = list;
    this.export = export;
    this.exports = exports;
    this.clock = clock;
  }

  /// One page of the list.
  record ConversationPage(List<ConversationSummary> conversations, Pagination pagination) {}

  @GetMapping
  ConversationPage list(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int pageSize,
      ListCriteria criteria,
      Caller caller) {
    Pagination.check(page, pageSize);
    Listed listed = list.page(criteria.filter(caller), page, pageSize);
    PhonePrivacy privacy = PhonePrivacy.of(caller.role());
    return new ConversationPage(
        listed.rows().stream().map(row -> row.shown(privacy)).toList(),
        Pagination.of(page, pageSize, listed.total()));
  }

  /// The whole list as a file; the header `X-Total-Count` says how many rows are to come.
  @GetMapping("/export")
  void export(ListCriteria criteria, Caller caller, HttpServletResponse response) {
    ListFilter filter = criteria.filter(caller);
    boolean masked = PhonePrivacy.of(caller.role()) == PhonePrivacy.MASKED;
    exports.inPlace(() ->
        list.everything(
            filter,
            (total, ids) -> {
              CsvFile.announce(response, "conversations", clock.instant(), total);
              export.write(filter, ids.stream().map(UUID::toString).toList(), masked, response);
            }));
  }
}
