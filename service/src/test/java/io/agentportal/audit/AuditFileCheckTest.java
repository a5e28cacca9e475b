package io.agentportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentportal.audit.AuditStore.Hashed;
import io.agentportal.audit.AuditVerification.Broken;
import io.agentportal.audit.AuditVerification.Intact;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFileCheckTest {
  private static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");

  private final List<String> lines = new ArrayList<>();

  AuditFileCheckTest() {
    byte[] hash = StoredEntry.NOTHING_BEFORE;
    for (int i = 1; i <= 5; i++) {
      var entry = entry(i, "settings:" + i);
      hash = entry.hash(hash);
      lines.add(AuditCsv.line(new Hashed(entry, hash)));
    }
  }

  @Test
  void findsAnUntouchedFileIntact() throws IOException {
    assertThat(check())
        .isInstanceOfSatisfying(Intact.class, intact -> assertThat(intact.entries()).isEqualTo(5));
  }

  @Test
  void findsAChangedLine() throws IOException {
    lines.set(2, lines.get(2).replace("ann@example.org", "bob@example.org"));

    assertThat(brokenAt()).isEqualTo(3);
  }

  @Test
  void findsAMissingLine() throws IOException {
    lines.remove(1);

    assertThat(brokenAt()).isEqualTo(2);
  }

  @Test
  void findsAnInsertedLine() throws IOException {
    lines.add(3, lines.get(3));

    assertThat(brokenAt()).isEqualTo(5);
  }

  @Test
  void findsLinesThatChangedPlaces() throws IOException {
    Collections.swap(lines, 1, 3);

    assertThat(brokenAt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 30",
        "-1",
        "@x",
        "'quoted",
        "''twice",
        "a, \"b\"\r\nc",
        "\t",
        "ünï €"
      })
  void writesTextSafelyAndReadsTheSame(String subject) throws IOException {
    var row = new Hashed(entry(1, subject), new byte[32]);

    String line = AuditCsv.line(row);

    assertThat(AuditCsv.read(new StringReader(line)).orElseThrow().entry()).isEqualTo(row.entry());
    assertThat(line).doesNotContain(",\"=", ",\"+", ",\"@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "a,b,c\r\n1,2,3\r\n"})
  void saysSoWhenTheFileIsNoExport(String file) {
    assertThatThrownBy(() -> AuditFileCheck.verify(new StringReader(file)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void endsTheCommandWithACodeForScripts(@TempDir Path folder) throws IOException {
    Path good = Files.writeString(folder.resolve("good.csv"), file());
    lines.remove(2);
    Path bad = Files.writeString(folder.resolve("bad.csv"), file());
    Path other = Files.writeString(folder.resolve("other.csv"), "hello");

    assertThat(AuditFileCheck.run("--verify-audit=" + good)).isZero();
    assertThat(AuditFileCheck.run("--verify-audit=" + bad)).isEqualTo(1);
    assertThat(AuditFileCheck.run("--verify-audit=" + other)).isEqualTo(2);
  }

  private AuditVerification check() throws IOException {
    return AuditFileCheck.verify(new StringReader(file()));
  }

  private long brokenAt() throws IOException {
    return check() instanceof Broken(long sequence, var _) ? sequence : 0;
  }

  private String file() {
    return AuditCsv.BYTE_ORDER_MARK + AuditCsv.header() + String.join("", lines);
  }

  private static StoredEntry entry(int sequence, String subject) {
    return new StoredEntry(
        TENANT,
        sequence,
        Instant.parse("2026-03-01T10:00:00.123456Z"),
        "ann@example.org",
        "settings.changed",
        subject,
        "{\"after\": \"a, \\\"b\\\"\"}",
        "request-" + sequence,
        null);
  }
}
