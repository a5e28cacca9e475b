package io.agentportal.audit;

import io.agentportal.audit.AuditStore.Hashed;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The trail as comma-separated values (RFC 4180), and back.
///
/// A cell that a spreadsheet could take for a formula gets an apostrophe in front, and so does one
/// that begins with an apostrophe: reading takes exactly one away. Nothing else changes, so that
/// the hashes can be computed again from the file.
final class AuditCsv {
  static final String BYTE_ORDER_MARK = "\uFEFF";
  static final List<String> HEADER =
      List.of(
          "sequence",
          "timestamp",
          "actor",
          "action",
          "subject",
          "details",
          "requestId",
          "address",
          "tenantId",
          "hash");

  private static final String DANGEROUS = "=+-@\t\r'";

  private AuditCsv() {}

  static String header() {
    return String.join(",", HEADER) + "\r\n";
  }

  static String line(Hashed row) {
    StoredEntry entry = row.entry();
    @Nullable String[] cells = {
      Long.toString(entry.sequence()),
      entry.at().toString(),
      entry.actor(),
      entry.action(),
      entry.subject(),
      entry.details(),
      entry.requestId(),
      entry.address(),
      entry.tenantId().toString(),
      HexFormat.of().formatHex(row.hash())
    };
    return Arrays.stream(cells).map(AuditCsv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String safe = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  /// The next line of a file; empty at its end.
  ///
  /// @throws IllegalArgumentException for a line that is no entry
  static Optional<Hashed> read(Reader file) throws IOException {
    List<@Nullable String> cells = cells(file);
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    if (cells.size() != HEADER.size()) {
      throw new IllegalArgumentException(
          "a line has %d cells (expected: %d)".formatted(cells.size(), HEADER.size()));
    }
    try {
      return Optional.of(entry(cells));
    } catch (DateTimeParseException | NullPointerException e) {
      throw new IllegalArgumentException("a line is no entry of an audit trail", e);
    }
  }

  private static Hashed entry(List<@Nullable String> cells) {
    return new Hashed(
        new StoredEntry(
            UUID.fromString(text(cells, 8)),
            Long.parseLong(text(cells, 0)),
            Instant.parse(text(cells, 1)),
            text(cells, 2),
            text(cells, 3),
            text(cells, 4),
            text(cells, 5),
            cells.get(6),
            cells.get(7)),
        HexFormat.of().parseHex(text(cells, 9)));
  }

  private static String text(List<@Nullable String> cells, int index) {
    String text = cells.get(index);
    if (text == null) {
      throw new IllegalArgumentException("a line has no " + HEADER.get(index));
    }
    return text;
  }

  /// One record, which may go over several lines; an unquoted empty cell is null.
  static List<@Nullable String> cells(Reader file) throws IOException {
    List<@Nullable String> cells = new ArrayList<>();
    var cell = new Cell();
    for (int c = file.read(); c >= 0; c = file.read()) {
      if (cell.takes((char) c)) {
        continue;
      }
      cells.add(cell.end());
      if (c == '\n') {
        return cells;
      }
    }
    if (!cells.isEmpty() || cell.hasBegun()) {
      cells.add(cell.end());
    }
    return cells;
  }

  /// A cell being read.
  private static final class Cell {
    private final StringBuilder text = new StringBuilder();
    private boolean begun;
    private boolean inQuotes;
    private boolean quoteBefore;

    /// False for the character that ends it.
    boolean takes(char c) {
      if (c == '"') {
        if (inQuotes) {
          inQuotes = false;
          quoteBefore = true;
          return true;
        }
        if (quoteBefore) {
          text.append('"');
        }
        inQuotes = true;
        begun = true;
        quoteBefore = false;
        return true;
      }
      if (!inQuotes && (c == ',' || c == '\n')) {
        return false;
      }
      if (inQuotes || c != '\r') {
        text.append(c);
        begun = true;
      }
      return true;
    }

    boolean hasBegun() {
      return begun;
    }

    @Nullable String end() {
      String read = begun ? text.toString() : null;
      text.setLength(0);
      begun = false;
      quoteBefore = false;
      return read != null && read.startsWith("'") ? read.substring(1) : read;
    }
  }
}
