package io.agentbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// The export of the whole list of the biggest tenant, against `COPY … TO STDOUT` of the same rows
/// and columns straight from the database, in alternation; and by how much the service grows.
final class ExportBench implements Benchmark {
  @Override
  public List<Figure> run(Options options) throws Exception {
    int rounds = options.number("rounds", 3);
    Path data = Path.of(options.text("data", "benchmarks/target/read"));
    List<Double> exported = new ArrayList<>();
    List<Double> copied = new ArrayList<>();
    List<Double> growth = new ArrayList<>();
    try (PortalProcess portal =
        PortalProcess.start(BenchPortal.class, data, List.of("-Xmx512m"), SeedBench.SETTINGS)) {
      var database = BenchDatabase.of(data);
      BenchSession session = BenchSession.open(database, portal.port(), 0);
      export(session); // warms up
      long before = residentKb(portal);
      for (int round = 0; round < rounds; round++) {
        copied.add(copy(database, session));
        exported.add(export(session));
        growth.add(Math.max(0, residentKb(portal) - before) / 1024.0);
      }
    }
    return List.of(
        new Figure("rows_per_s", "rows/s, of COPY TO STDOUT", exported, copied),
        Figure.of("memory_growth_mb", "MB of the service, since the first export", growth));
  }

  private static double export(BenchSession session) throws IOException, InterruptedException {
    try (HttpClient http = BenchSession.client()) {
      long started = System.nanoTime();
      HttpResponse<InputStream> answer =
          http.send(
              session.get("/api/conversations/export"), HttpResponse.BodyHandlers.ofInputStream());
      long announced = Long.parseLong(answer.headers().firstValue("X-Total-Count").orElse("-1"));
      long rows = lines(answer.body()) - 1;
      if (rows != announced) {
        throw new IOException("rows: " + rows + " (expected: " + announced + ")");
      }
      return rows / ((System.nanoTime() - started) / 1e9);
    }
  }

  private static double copy(BenchDatabase database, BenchSession session)
      throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.login())) {
      long started = System.nanoTime();
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(query(session), OutputStream.nullOutputStream());
      return rows / ((System.nanoTime() - started) / 1e9);
    }
  }

  private static String query(BenchSession session) {
    return """
    copy (
      select c.id, c.wa_id, c.contact_name, c.genesys_conversation_id, c.last_activity_at, c.status,
             c.message_count, c.created_at, p.phone, p.user_id, p.username, c.phone_number_id,
             c.last_message_text, c.last_message_direction, c.last_message_kind,
             c.last_inbound_at + interval '24 hours', c.last_error_code
        from conversation c
        join conversation_directory d on d.tenant_id = c.tenant_id and d.id = c.id
        join contact p on p.tenant_id = c.tenant_id and p.id = c.contact_id
       where c.tenant_id = '%s'
       order by c.last_activity_at desc, c.id desc
    ) to stdout (format csv)
    """
        .formatted(session.tenant());
  }

  private static long lines(InputStream body) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    try (body) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  private static long residentKb(PortalProcess portal) throws IOException {
    Path status = Path.of("/proc", Long.toString(portal.handle().pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
