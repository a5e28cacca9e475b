package io.agentportal.media;

import io.agentportal.platform.client.FileOutcome.Fetched;
import io.agentportal.platform.db.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at a fetched file: is it whole, what is it, may it be passed on.
@Component
class FileInspection {
  private final Path workFolder;

  FileInspection(DataDirectory data) {
    this.workFolder = data.resolve("media").resolve("work");
    try {
      Files.createDirectories(workFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  sealed interface Finding {}

  /// @param mime by content
  /// @param digest SHA-256 in hex
  record Good(String mime, long bytes, String digest) implements Finding {}

  /// Not what the partner sent; worth another try.
  record Damaged(String reason) implements Finding {}

  record Refused(String code, String reason) implements Finding {}

  /// Where files lie until they have been looked at.
  Path workFolder() {
    return workFolder;
  }

  Finding inspect(ExpectedFile announced, Fetched fetched, Path file) throws IOException {
    byte[] head;
    String digest;
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting = new DigestInputStream(in, sha256())) {
      head = digesting.readNBytes(ContentType.HEAD);
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      digest = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }
    long bytes = Files.size(file);
    if (bytes == 0) {
      return new Damaged("The file is empty.");
    }
    if (differs(fetched.sha256(), digest)
        || (fetched.sha256() == null && differs(announced.sha256(), digest))) {
      return new Damaged("The file was damaged on its way: its digest is another.");
    }
    if (ContentType.isProgram(head)) {
      return new Refused("program", "The file is a program and is not passed on.");
    }
    String claimed = announced.mime() != null ? announced.mime() : fetched.mime();
    String mime = ContentType.of(head, claimed);
    return mime.equals(ContentType.UNKNOWN) && !announced.kind().equals("document")
        ? new Refused(
            "not-as-claimed", "The file is not what it claims to be, and is not passed on.")
        : new Good(mime, bytes, digest);
  }

  /// A digest that is none at all proves nothing.
  private static boolean differs(@Nullable String claimed, String digest) {
    if (claimed == null) {
      return false;
    }
    String hex = claimed.strip().toLowerCase(Locale.ROOT);
    if (hex.matches("[0-9a-f]{64}")) {
      return !hex.equals(digest);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(claimed.strip());
      return bytes.length == 32 && !HexFormat.of().formatHex(bytes).equals(digest);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
