package io.agentsandbox.platform;

import java.util.List;

/// How the simulated partners behave. Zero switches a limit off; a status with a negative delay is
/// never sent. Times are in the unit that ends the name.
public record Settings(Genesys genesys, Meta meta, Flaws flaws) {
  /// Genesys Cloud's behaviour.
  public record Genesys(
      int requestsPerMinute,
      int tokenSeconds,
      int codeSeconds,
      int integrationCreationMillis,
      int webhookTimeoutMillis,
      int webhookRetries,
      int webhookRetryMillis,
      boolean receiptWebhooks) {}

  /// Meta's behaviour. `tokenExpiresAt` is epoch seconds, 0 for never.
  public record Meta(
      WindowCheck windowCheck,
      int messagesPerSecond,
      boolean pairLimit,
      int managementPerHour,
      int sentMillis,
      int deliveredMillis,
      int readMillis,
      double readShare,
      long tokenExpiresAt,
      int mediaLinkSeconds,
      int handshakeTimeoutMillis,
      int webhookTimeoutMillis,
      int webhookRetries,
      int webhookRetryMillis) {}

  /// What is not in order in the organisations, for those who have to find it out.
  ///
  /// @param deniedPermissions what machine clients at Genesys lack, by commas
  /// @param creationFails whether Genesys gives up creating integrations
  /// @param inboundMedia the types that the content profile lets in, by commas
  /// @param tokenKind what Meta calls the system user's token
  /// @param tokenScopes what that token may do, by commas
  /// @param canSendMessage the health of the number
  /// @param templates whether the account has message templates
  /// @param deniedCalls what that token may not do, by commas: `POST subscribed_apps`
  public record Flaws(
      String deniedPermissions,
      boolean creationFails,
      String inboundMedia,
      String tokenKind,
      String tokenScopes,
      String accountReview,
      String numberStatus,
      String canSendMessage,
      boolean templates,
      String deniedCalls) {
    static final Flaws NONE =
        new Flaws(
            "",
            false,
            "*/*",
            "SYSTEM_USER",
            "whatsapp_business_management,whatsapp_business_messaging",
            "APPROVED",
            "CONNECTED",
            "AVAILABLE",
            true,
            "");

    /// Whether a list by commas names it.
    public static boolean names(String list, String name) {
      return List.of(list.split("\\s*,\\s*", -1)).contains(name);
    }
  }

  /// What happens to a free-form message outside the 24-hour service window.
  public enum WindowCheck {
    /// Accepted, then a failed status; what Meta usually does.
    async,
    /// Refused at once.
    sync,
    /// Sent.
    off
  }

  /// As the partners document it.
  public static Settings documented() {
    return new Settings(
        new Genesys(300, 86_400, 60, 1_500, 10_000, 5, 5_000, false),
        new Meta(
            WindowCheck.async,
            80,
            true,
            5_000,
            150,
            500,
            2_500,
            0.8,
            0,
            300,
            6_000,
            10_000,
            8,
            1_000),
        Flaws.NONE);
  }

  /// No limits and next to no delays, for tests and load.
  public static Settings quick() {
    return new Settings(
        new Genesys(0, 86_400, 60, 0, 10_000, 5, 50, false),
        new Meta(WindowCheck.async, 0, false, 0, 5, 10, 20, 1, 0, 300, 6_000, 10_000, 8, 50),
        Flaws.NONE);
  }
}
