package io.agentportal.platform.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.agentportal.platform.db.StartException;
import java.security.GeneralSecurityException;

/// The key above all others, as a Tink AEAD keyset in JSON. Several keys may be in it: the primary
/// one seals, all of them open, so that it can be replaced without a halt.
final class MasterKey {
  private MasterKey() {}

  static String generate() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Sealer.CONFIGURATION),
          Sealer.CONFIGURATION,
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("making a master key failed", e);
    }
  }

  /// The same keyset with a further key, which seals from now on; the others still open.
  static String withNewPrimary(String keysetJson) {
    try {
      KeysetHandle before =
          TinkJsonProtoKeysetFormat.parseKeyset(
              keysetJson, Sealer.CONFIGURATION, InsecureSecretKeyAccess.get());
      KeysetHandle.Builder more = KeysetHandle.newBuilder();
      for (int i = 0; i < before.size(); i++) {
        KeysetHandle.Entry each = before.getAt(i);
        more.addEntry(
            KeysetHandle.importKey(each.getKey())
                .withFixedId(each.getId())
                .setStatus(each.getStatus()));
      }
      KeysetHandle.Entry fresh =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Sealer.CONFIGURATION)
              .getPrimary();
      more.addEntry(
          KeysetHandle.importKey(fresh.getKey()).withFixedId(fresh.getId()).makePrimary());
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          more.build(), Sealer.CONFIGURATION, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("adding a master key failed", e);
    }
  }

  /// @param origin where the text comes from, for the message
  /// @throws StartException if the text is no keyset; the message does not repeat it
  static Sealer read(String keysetJson, String origin) {
    try {
      return new Sealer(
          TinkJsonProtoKeysetFormat.parseKeyset(
              keysetJson, Sealer.CONFIGURATION, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | RuntimeException _) { // its message may repeat the key
      throw new StartException(
          "The master key in " + origin + " is no Tink AEAD keyset in JSON.",
          "Put the original key back; with another one no stored secret can be read.");
    }
  }
}
