package io.agentsandbox.platform;

/// A call that arrived here, as the page lists it; `fault` is empty when none struck.
public record RecentCall(
    long at, String group, String method, String path, int status, long millis, String fault) {}
