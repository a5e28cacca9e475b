package io.agentportal.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DataDirectory folder = TestFolders.create();

  @AfterEach
  void deleteFolder() throws IOException {
    FileTrees.delete(folder.root());
  }

  @Test
  void keepsDataAcrossRestarts() {
    try (var server = start()) {
      client(server).sql("create table kept as select 'kept' as word").update();
    }

    try (var server = start()) {
      assertThat(word(server)).isEqualTo("kept");
    }
  }

  @Test
  void comesBackWithItsDataAfterTheServerWasKilled() {
    try (var server = start()) {
      client(server).sql("create table kept as select 'kept' as word").update();
      long killed = server.pid();

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(word(server)).isEqualTo("kept"));
      assertThat(server.pid()).isNotEqualTo(killed);
    }
  }

  @Test
  void endsTheServerWhenTheServiceIsKilled() throws Exception {
    Process service = startInAnotherJvm();
    long server = readNumber(service);

    service.destroyForcibly();

    await().atMost(PATIENCE).until(() -> ProcessHandle.of(server).isEmpty());
    try (var again = start()) {
      assertThat(client(again).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  @Test
  void takesOverFromAServiceThatWasKilledAMomentAgo() throws Exception {
    Process service = startInAnotherJvm();
    long orphan = readNumber(service);

    service.destroyForcibly().waitFor();

    try (var server = start()) {
      assertThat(server.pid()).isNotEqualTo(orphan);
      assertThat(client(server).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  @Test
  void leavesNothingHalfWhenTheFirstStartIsKilled() throws Exception {
    Process service = startInAnotherJvm();
    await().atMost(PATIENCE).until(() -> names().stream().anyMatch(name -> name.contains(".new-")));
    service.destroyForcibly().waitFor();

    try (var server = start()) {
      assertThat(client(server).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    assertThat(names()).containsExactlyInAnyOrder("cache", "database", "database.lock");
  }

  @Test
  void startsAlthoughTheLockNamesAnUnrelatedProcess() throws Exception {
    start().close();
    Path lock = folder.resolve("database/cluster/postmaster.pid");
    String reused = Long.toString(ProcessHandle.current().pid());
    Files.write(lock, List.of(reused, "/elsewhere", "1", "1", "", "", "", "ready"));

    try (var server = start()) {
      assertThat(client(server).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  @Test
  void refusesASecondStartOnTheSameFolder() {
    try (var _ = start()) {
      assertThatExceptionOfType(StartException.class)
          .isThrownBy(this::start)
          .withMessageContaining(folder.root().toString())
          .withMessageContaining("in use by another Agent Portal");
    }
  }

  @Test
  void refusesADatabaseOfAnotherVersion() throws Exception {
    start().close();
    Files.writeString(folder.resolve("database/cluster/PG_VERSION"), "15\n");

    assertThatExceptionOfType(StartException.class)
        .isThrownBy(this::start)
        .withMessageContaining("was made by PostgreSQL 15 (expected: 18)");
  }

  @Test
  void listensOnLoopbackAloneAndWritesDurably() {
    try (var server = start()) {
      assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(server, "fsync")).isEqualTo("on");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void keepsItsPasswordFromOtherUsers() throws Exception {
    start().close();

    var permissions = Files.getPosixFilePermissions(folder.resolve("database/password"));

    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void saysWhichPlatformItDoesNotKnow() {
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> PostgresArchive.of("SunOS", "sparcv9"))
        .withMessage("This build carries no PostgreSQL for SunOS on sparcv9.");
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(
        folder, new EmbeddedPostgres.Options(0, Duration.ofSeconds(60), Map.of()));
  }

  private Process startInAnotherJvm() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            EmbeddedPostgresProgram.class.getName(),
            folder.root().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long readNumber(Process program) throws IOException {
    BufferedReader output = program.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.matches("\\d+")) {
        return Long.parseLong(line);
      }
    }
    throw new IOException("the program ended without a number");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.root())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String word(EmbeddedPostgres server) {
    return client(server).sql("select k.word from kept k").query(String.class).single();
  }

  private static String setting(EmbeddedPostgres server, String name) {
    return client(server)
        .sql("select current_setting(:name)")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private static JdbcClient client(EmbeddedPostgres server) {
    return JdbcClient.create(
        new DriverManagerDataSource(server.url(), server.user(), server.password()));
  }
}
