package io.agentportal.bridge.notices;

import io.agentportal.bridge.notices.AccountNoticeQueries.AccountNotice;
import io.agentportal.platform.http.Pagination;
import io.agentportal.platform.tenancy.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What Meta told about the tenant's account, numbers and templates.
@RestController
@RequestMapping("/api/health/notices")
class AccountNoticeController {
  private final AccountNoticeQueries notices;

  AccountNoticeController(AccountNoticeQueries notices) {
    this.notices = notices;
  }

  /// One page, newest first.
  record NoticePage(List<AccountNotice> notices, Pagination pagination) {}

  @GetMapping
  NoticePage list(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int pageSize,
      Caller caller) {
    Pagination.check(page, pageSize);
    return new NoticePage(
        notices.page(caller.tenantId(), page, pageSize),
        Pagination.of(page, pageSize, notices.count(caller.tenantId())));
  }
}
