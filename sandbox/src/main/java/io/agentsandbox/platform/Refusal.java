package io.agentsandbox.platform;

import java.io.Serial;

/// Ends the handling of a call with an answer that says no.
public class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  public Refusal(Reply reply, String message) {
    super(message, null, false, false);
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
