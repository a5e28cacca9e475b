package io.agentportal.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the chain. Its hash covers every column and the hash of the row before it.
///
/// @param at in whole microseconds, as the database keeps it
/// @param details JSON, exactly as it is stored
record StoredEntry(
    UUID tenantId,
    long sequence,
    Instant at,
    String actor,
    String action,
    String subject,
    String details,
    @Nullable String requestId,
    @Nullable String address) {

  /// What the first entry of a chain has before it.
  static final byte[] NOTHING_BEFORE = new byte[32];

  /// SHA-256 over the fields, each with its length before it, so that no two rows read the same.
  byte[] hash(byte[] previousHash) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(previousHash);
      out.writeLong(tenantId.getMostSignificantBits());
      out.writeLong(tenantId.getLeastSignificantBits());
      out.writeLong(sequence);
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      for (String text :
          new @Nullable String[] {actor, action, subject, details, requestId, address}) {
        write(out, text);
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
