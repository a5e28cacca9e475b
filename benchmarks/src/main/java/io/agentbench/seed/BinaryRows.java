package io.agentbench.seed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows of one table in the format of `COPY … (format binary)`: gathered in memory, sent in one go.
///
/// ```java
/// rows.begin(2).put(id).put("Ann");
/// ```
final class BinaryRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int CHUNK = 1 << 18;

  private final String command;
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
  private long rows;

  /// @param columns separated by commas, in the order in which rows give them
  BinaryRows(String table, String columns) {
    this.command = "copy %s (%s) from stdin (format binary)".formatted(table, columns);
    buffer.put(HEADER);
  }

  BinaryRows begin(int columns) {
    rows++;
    room(2).putShort((short) columns);
    return this;
  }

  BinaryRows put(UUID value) {
    room(20)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  BinaryRows put(@Nullable String value) {
    if (value == null) {
      room(4).putInt(-1);
      return this;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(4 + bytes.length).putInt(bytes.length).put(bytes);
    return this;
  }

  BinaryRows put(@Nullable Instant value) {
    if (value == null) {
      room(4).putInt(-1);
      return this;
    }
    room(12).putInt(8).putLong((value.toEpochMilli() - EPOCH.toEpochMilli()) * 1_000);
    return this;
  }

  BinaryRows put(int value) {
    room(8).putInt(4).putInt(value);
    return this;
  }

  BinaryRows put(long value) {
    room(12).putInt(8).putLong(value);
    return this;
  }

  BinaryRows put(boolean value) {
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  BinaryRows put(byte[] value) {
    room(4 + value.length).putInt(value.length).put(value);
    return this;
  }

  /// Sends all rows and begins anew.
  ///
  /// @return how many there were
  long send(Connection connection) throws SQLException, IOException {
    room(2).putShort((short) -1);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
    try {
      for (int at = 0; at < buffer.position(); at += CHUNK) {
        copy.writeToCopy(buffer.array(), at, Math.min(CHUNK, buffer.position() - at));
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    long sent = rows;
    rows = 0;
    buffer.clear().put(HEADER);
    return sent;
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int capacity = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
      buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).position(buffer.position());
    }
    return buffer;
  }
}
