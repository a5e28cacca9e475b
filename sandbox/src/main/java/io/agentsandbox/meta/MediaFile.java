package io.agentsandbox.meta;

import io.agentsandbox.platform.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A file at Meta.
record MediaFile(String id, String mimeType, Bytes content, Bytes sha256) {

  static MediaFile of(String id, String mimeType, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new MediaFile(id, mimeType, new Bytes(content), new Bytes(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
