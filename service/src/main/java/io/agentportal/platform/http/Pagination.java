package io.agentportal.platform.http;

import io.agentportal.platform.errors.PortalException;

/// Where one page of a list stands. Pages count from 1.
public record Pagination(
    int page,
    int pageSize,
    long totalCount,
    long totalPages,
    boolean hasNext,
    boolean hasPrevious) {

  /// The largest page a list gives.
  public static final int MAX_PAGE_SIZE = 100;

  /// Refuses what no list answers.
  ///
  /// @throws PortalException `VALIDATION_FAILED` for a page below 1 or a size outside 1..100
  public static void check(int page, int pageSize) {
    if (page < 1) {
      throw PortalException.invalid("page", page + " (expected: 1 or more)");
    }
    if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw PortalException.invalid("pageSize", pageSize + " (expected: 1.." + MAX_PAGE_SIZE + ")");
    }
  }

  /// Describes a page; one past the end has no next page and is no error.
  public static Pagination of(int page, int pageSize, long totalCount) {
    long totalPages = (totalCount + pageSize - 1) / pageSize;
    return new Pagination(
        page, pageSize, totalCount, totalPages, page < totalPages, page > 1 && totalCount > 0);
  }
}
