package io.agentportal.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/// Seals bytes with a key of the deployment or of one tenant: AES-256-GCM, fresh nonce each time.
///
/// The `context` is bound to the sealed bytes without being stored in them. Opening with another
/// context fails, so a sealed value cannot be moved to another tenant, kind or row.
public final class Sealer {
  /// The kinds of keys that may be used; nothing is registered for the whole process.
  static final Configuration CONFIGURATION = AeadConfig2026.get();

  private volatile Aead aead;

  Sealer(KeysetHandle keyset) throws GeneralSecurityException {
    this.aead = keyset.getPrimitive(CONFIGURATION, Aead.class);
  }

  /// Goes on with the keys of another sealer, which have to open what this one has sealed.
  void goOnAs(Sealer other) {
    aead = other.aead;
  }

  public byte[] seal(byte[] plain, byte[] context) {
    try {
      return aead.encrypt(plain, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /// @throws SealBrokenException if the bytes were changed, sealed with another key, or belong to
  ///   another context
  public byte[] open(byte[] sealed, byte[] context) {
    try {
      return aead.decrypt(sealed, context);
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException("sealed bytes do not open with this key and context", e);
    }
  }

  /// Makes a key to be kept beside the data it seals; the key itself is sealed by this sealer.
  public byte[] newSealedKey(byte[] context) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION),
          aead,
          context,
          CONFIGURATION);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("making a data key failed", e);
    }
  }

  /// The same key as [#newSealedKey(byte[])] made, sealed with the key that seals now.
  ///
  /// @throws SealBrokenException as [#open(byte[], byte[])]
  public byte[] resealedKey(byte[] sealedKey, byte[] context) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          TinkProtoKeysetFormat.parseEncryptedKeyset(sealedKey, aead, context, CONFIGURATION),
          aead,
          context,
          CONFIGURATION);
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException("a sealed key does not open with this key and context", e);
    }
  }

  /// A sealer with a key that [#newSealedKey(byte[])] made.
  ///
  /// @throws SealBrokenException as [#open(byte[], byte[])]
  public Sealer withSealedKey(byte[] sealedKey, byte[] context) {
    try {
      return new Sealer(
          TinkProtoKeysetFormat.parseEncryptedKeyset(sealedKey, aead, context, CONFIGURATION));
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException("a sealed key does not open with this key and context", e);
    }
  }
}
