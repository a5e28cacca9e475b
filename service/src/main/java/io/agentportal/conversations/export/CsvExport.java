package io.agentportal.conversations.export;

import io.agentportal.platform.errors.ErrorCode;
import io.agentportal.platform.errors.PortalException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// Streams a query as CSV (RFC 4180, UTF-8 with a byte order mark) from the database's `COPY` to
/// the browser, a row at a time: memory does not grow with the number of rows.
///
/// `COPY` takes no parameters, so values travel as settings of the transaction and are read there
/// by `current_setting`; the statement itself is put together from constants.
@Component
public class CsvExport {
  /// Each holds a connection while it lasts.
  private static final int AT_ONCE = 4;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final int BUFFER_BYTES = 64 << 10;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final Semaphore places = new Semaphore(AT_ONCE);

  CsvExport(DataSource dataSource, JdbcClient jdbc) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
  }

  /// What a statement calls the value of a setting.
  public static String value(String name) {
    return "current_setting('portal_export." + name + "')";
  }

  /// Runs an export in its place; there are few.
  ///
  /// @throws PortalException `SERVICE_UNAVAILABLE` if all are taken
  public void inPlace(Runnable export) {
    if (!places.tryAcquire()) {
      throw new PortalException(
          ErrorCode.SERVICE_UNAVAILABLE,
          "Several exports are running. Please try again when one is done.");
    }
    try {
      export.run();
    } finally {
      places.release();
    }
  }

  /// Writes header and rows; needs a transaction. Ends quietly when the browser has gone away.
  ///
  /// @param from what follows the columns, from the word `from` on
  /// @param settings values by name, see [#value]
  public void write(
      List<CsvColumn> columns,
      String from,
      Map<String, String> settings,
      HttpServletResponse response) {
    settings.forEach(this::set);
    String sql =
        columns.stream().map(CsvColumn::sql).collect(Collectors.joining(", ", "copy (select ", " "))
            + from
            + ") to stdout (format csv)";
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      copy(connection, sql, header(columns), response);
    } catch (SQLException e) {
      throw new IllegalStateException("The export stopped in the middle", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private void set(String name, String value) {
    jdbc.sql("select set_config(:name, :value, true)")
        .param("name", "portal_export." + name)
        .param("value", value)
        .query(String.class)
        .single();
  }

  private static byte[] header(List<CsvColumn> columns) {
    return (columns.stream().map(CsvColumn::header).collect(Collectors.joining(",")) + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void copy(
      Connection connection, String sql, byte[] header, HttpServletResponse response)
      throws SQLException {
    CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    try {
      OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
      out.write(BYTE_ORDER_MARK);
      out.write(header);
      for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
        // One message is one row; it ends with a line feed alone.
        out.write(row, 0, row.length - 1);
        out.write('\r');
        out.write('\n');
      }
      out.flush();
    } catch (IOException _) {
      // The browser went away or the export was cancelled: nobody is left to tell.
    } finally {
      if (rows.isActive()) {
        rows.cancelCopy();
      }
    }
  }
}
