package io.agentportal.platform.crypto;

/// Sealers for the tests of other modules.
public final class TestSealer {
  private TestSealer() {}

  /// One with a master key that nothing else uses.
  public static Sealer fresh() {
    return MasterKey.read(MasterKey.generate(), "test");
  }
}
