package io.agentportal.platform.crypto;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the master key comes from.
///
/// @param masterKey a Tink AEAD keyset as JSON; absent or blank: the file in the data folder
/// @param database tells a deployment with an external database, which must bring its key
@ConfigurationProperties("portal")
record MasterKeyProperties(@Nullable String masterKey, @Nullable Database database) {

  record Database(@Nullable String url) {}

  boolean hasMasterKey() {
    return masterKey != null && !masterKey.isBlank();
  }

  boolean hasExternalDatabase() {
    return database != null && database.url() != null && !database.url().isBlank();
  }

  /// Leaves the key out.
  @Override
  public String toString() {
    return "MasterKeyProperties[given=" + hasMasterKey() + "]";
  }
}
