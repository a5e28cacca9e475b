package io.agentportal.platform.crypto;

/// Something that is kept sealed with the master key for long, and has to be sealed anew when that
/// key is replaced.
public interface MasterSealed {

  /// Opens each value and seals it with the key that seals now; safe while others read and write,
  /// and to be repeated after a crash.
  ///
  /// @return how many values were sealed anew
  int resealAcrossTenants();
}
