package io.agentsandbox.platform;

/// Content that came or goes over the wire. Not copied; nobody may change the array.
public final class Bytes {
  private final byte[] array;

  public Bytes(byte[] array) {
    this.array = array;
  }

  public byte[] array() {
    return array;
  }

  public int length() {
    return array.length;
  }
}
