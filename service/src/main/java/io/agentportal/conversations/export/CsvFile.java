package io.agentportal.conversations.export;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;

/// The headers of a CSV file that is about to be streamed.
public final class CsvFile {
  /// How many rows are to come, without the header.
  public static final String TOTAL = "X-Total-Count";

  /// No colons: some systems refuse them in names of files.
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private CsvFile() {}

  /// @param name what the file's name begins with
  public static void announce(HttpServletResponse response, String name, Instant at, long rows) {
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"%s-%s.csv\"".formatted(name, AT.format(at)));
    response.setHeader(TOTAL, Long.toString(rows));
  }
}
