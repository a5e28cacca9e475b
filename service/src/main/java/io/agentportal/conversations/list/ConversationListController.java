package io.agentportal.conversations.list;

import io.agentportal.conversations.list.ConversationListQueries.Listed;
import io.agentportal.platform.http.Pagination;
import io.agentportal.platform.tenancy.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list of conversations.
@RestController
@RequestMapping("/api/conversations")
class ConversationListController {
  private final ConversationListQueries list;

  ConversationListController(ConversationListQueries list) {
    this.list = list;
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
}
