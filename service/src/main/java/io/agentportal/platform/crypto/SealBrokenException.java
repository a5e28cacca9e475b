package io.agentportal.platform.crypto;

/// Sealed bytes that do not open: changed, sealed with another key, or taken from another place.
public final class SealBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBrokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
