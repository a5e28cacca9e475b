package io.agentsandbox.meta;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Small files of each kind for customers who send media without naming one. Pictures, stickers and
/// documents open in any viewer; audio and video have the right signature and nothing to play.
final class SampleFiles {
  private static final int SIDE = 96;
  private static final byte[] PNG = png();

  private SampleFiles() {}

  static String mimeType(String type) {
    return switch (type) {
      case "image" -> "image/png";
      case "video" -> "video/mp4";
      case "audio" -> "audio/ogg; codecs=opus";
      case "sticker" -> "image/webp";
      default -> "application/pdf";
    };
  }

  static byte[] content(String type) {
    return switch (type) {
      case "image" -> PNG;
      case "video" -> ascii("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom");
      case "audio" -> ascii("OggS\0\u0002\0\0\0\0\0\0\0\0OpusHead\u0001\u0001");
      case "sticker" ->
          Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
      default -> pdf();
    };
  }

  private static byte[] pdf() {
    return ascii(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """);
  }

  /// A square that fades from one colour to another.
  private static byte[] png() {
    byte[] rows = new byte[SIDE * (1 + 3 * SIDE)];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int at = y * (1 + 3 * SIDE) + 1 + 3 * x;
        rows[at] = (byte) (40 + 2 * x);
        rows[at + 1] = (byte) (90 + y);
        rows[at + 2] = (byte) (210 - x);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
    png.writeBytes(chunk("IHDR", header.put(new byte[] {8, 2, 0, 0, 0}).array()));
    png.writeBytes(chunk("IDAT", deflated(rows)));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] name = ascii(type);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) checksum.getValue())
        .array();
  }

  private static byte[] deflated(byte[] content) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(content);
      deflater.finish();
      byte[] buffer = new byte[content.length + 64];
      int length = deflater.deflate(buffer);
      return java.util.Arrays.copyOf(buffer, length);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
