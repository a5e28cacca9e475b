package io.agentportal.identity.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a program may do: methods below addresses. What no scope covers, signing in and tokens
/// themselves above all, is for people only.
enum Scope {
  ANALYTICS_READ("GET", "/api/analytics"),
  CONVERSATIONS_READ("GET", "/api/conversations"),
  DELIVERIES_READ("GET", "/api/deliveries"),
  DELIVERIES_WRITE("POST", "/api/deliveries"),
  HEALTH_READ("GET", "/api/health", "/api/alerts", "/api/onboarding/webhooks"),
  SETTINGS_READ("GET", "/api/settings"),
  SETTINGS_WRITE("PATCH", "/api/settings"),
  USERS_READ("GET", "/api/users"),
  AUDIT_READ("GET", "/api/audit-logs"),
  LIVE_READ("GET", "/api/events");

  private static final Set<String> LOOKING = Set.of("GET", "HEAD");

  private final String method;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> roots;

  Scope(String method, String... roots) {
    this.method = method;
    this.roots = List.of(roots);
  }

  /// As the API spells it: `audit:read`.
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  static Optional<Scope> find(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
  }

  static List<String> wireNames() {
    return Arrays.stream(values()).map(Scope::wireName).toList();
  }

  /// @param path of the request, without the query
  boolean covers(String requestMethod, String path) {
    boolean sameMethod =
        method.equals("GET") ? LOOKING.contains(requestMethod) : method.equals(requestMethod);
    return sameMethod
        && roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }
}
