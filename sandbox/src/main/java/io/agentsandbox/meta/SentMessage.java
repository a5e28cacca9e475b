package io.agentsandbox.meta;

/// A message that the business sent and Meta accepted.
public final class SentMessage {
  private final long at;
  private final String wamid;
  private final String to;
  private final String userId;
  private final String type;
  private final String callbackData;
  private final byte[] body;
  private volatile String status = "accepted";
  private volatile long statusAt;

  SentMessage(
      long at, String wamid, Recipient recipient, String type, String callbackData, byte[] body) {
    this.at = at;
    this.wamid = wamid;
    this.to = recipient.phone();
    this.userId = recipient.userId();
    this.type = type;
    this.callbackData = callbackData;
    this.body = body;
    this.statusAt = at;
  }

  public long at() {
    return at;
  }

  public String wamid() {
    return wamid;
  }

  /// Digits of the phone number; empty when only a user id was given.
  public String to() {
    return to;
  }

  public String userId() {
    return userId;
  }

  public String type() {
    return type;
  }

  /// `biz_opaque_callback_data`, echoed in every status.
  public String callbackData() {
    return callbackData;
  }

  /// The request as it came.
  public byte[] body() {
    return body;
  }

  /// The newest status that was reported.
  public String status() {
    return status;
  }

  public long statusAt() {
    return statusAt;
  }

  void reached(String newStatus, long newStatusAt) {
    status = newStatus;
    statusAt = newStatusAt;
  }
}
