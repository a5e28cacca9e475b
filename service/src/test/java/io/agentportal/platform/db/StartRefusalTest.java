package io.agentportal.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path temporary;

  @Test
  void migratesAnExternalDatabaseAndEnds(CapturedOutput output) {
    database.jdbc().sql("drop schema public cascade").update();
    database.jdbc().sql("create schema public").update();

    MigrateOnly.run(arguments(external()));

    assertThat(output.getErr()).doesNotContain("cannot start");
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from flyway_schema_history h where h.success")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void namesTheNearestSettingForAnUnknownOne(CapturedOutput output) {
    refuse("--portal.database.ur=jdbc:postgresql://127.0.0.1/x");

    assertThat(output.getErr())
        .contains(
            "Agent Portal cannot start. The setting portal.database.ur is not known to this release."
                + " Did you mean portal.database.url?");
  }

  @Test
  void saysThatTheFolderCannotBeWritten(CapturedOutput output) throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));

    refuse("--portal.data-dir=" + file);

    assertThat(output.getErr()).contains("The data folder " + file + " cannot be written");
  }

  @Test
  void saysThatTheDatabaseCannotBeReached(CapturedOutput output) {
    refuse("--portal.database.url=jdbc:postgresql://127.0.0.1:1/portal?password=hush");

    assertThat(output.getErr())
        .contains("The database at jdbc:postgresql://127.0.0.1:1/portal cannot be reached")
        .doesNotContain("hush");
  }

  @Test
  void saysThatTheDatabaseRefusedTheUser(CapturedOutput output) {
    List<String> arguments = external();
    arguments.add("--portal.database.password=wrong");

    refuse(arguments.toArray(String[]::new));

    assertThat(output.getErr()).contains("refused the user", "Check PORTAL_DATABASE_USER");
  }

  @Test
  void saysWhichExtensionIsForbidden(CapturedOutput output) {
    var jdbc = database.jdbc();
    jdbc.sql("drop schema public cascade").update();
    jdbc.sql("create schema public").update();
    jdbc.sql("drop role if exists guest").update();
    jdbc.sql("create role guest login password 'guest'").update();
    jdbc.sql("grant all on schema public to guest").update();

    refuse(
        "--portal.database.url=" + database.url(),
        "--portal.database.user=guest",
        "--portal.database.password=guest");

    assertThat(output.getErr())
        .contains("permission denied to create extension", "create extension pg_trgm");
    jdbc.sql("drop owned by guest").update();
    jdbc.sql("drop role guest").update();
  }

  @Test
  void saysThatAnAddressNamesNoPostgres(CapturedOutput output) {
    refuse("--portal.database.url=mysql://127.0.0.1/portal");

    assertThat(output.getErr()).contains("PORTAL_DATABASE_URL names no PostgreSQL");
  }

  private void refuse(String... settings) {
    assertThatException().isThrownBy(() -> MigrateOnly.run(arguments(List.of(settings))));
  }

  private String[] arguments(List<String> settings) {
    List<String> all = new ArrayList<>();
    all.add("--migrate-only");
    if (settings.stream().noneMatch(setting -> setting.startsWith("--portal.data-dir="))) {
      all.add("--portal.data-dir=" + temporary.resolve("data"));
    }
    all.add("--spring.datasource.hikari.connection-timeout=1000");
    all.addAll(settings);
    return all.toArray(String[]::new);
  }

  private static List<String> external() {
    List<String> arguments = new ArrayList<>();
    database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return arguments;
  }
}
