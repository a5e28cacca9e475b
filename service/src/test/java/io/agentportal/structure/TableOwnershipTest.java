package io.agentportal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A table is written and read by the module whose migration makes it, and by no other.
class TableOwnershipTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path MODULES = Path.of("src/main/java/io/agentportal");
  private static final Pattern MIGRATION = Pattern.compile("V\\d+__([a-z]+)_.*\\.sql");
  private static final Pattern CREATE =
      Pattern.compile("create (?:unlogged )?table (?:if not exists )?([a-z_]+)");
  private static final Pattern USE =
      Pattern.compile("\\b(?:from|join|into|update|truncate|lock table)\\s+([a-z_]+)");

  /// Made beside the vault that it guards, used where keys are.
  private static final Map<String, String> MOVED = Map.of("master_key_check", "platform");

  @Test
  void holdsInEveryStatement() {
    Map<String, String> owners = owners();

    List<String> violations =
        files(MODULES)
            .filter(file -> file.toString().endsWith(".java"))
            .flatMap(file -> violations(file, owners))
            .toList();

    assertThat(owners).containsEntry("conversation", "conversations");
    assertThat(violations).isEmpty();
  }

  private static Stream<String> violations(Path file, Map<String, String> owners) {
    String module = MODULES.relativize(file).getName(0).toString();
    return USE.matcher(read(file))
        .results()
        .map(use -> use.group(1))
        .filter(table -> !owners.getOrDefault(table, module).equals(module))
        .map(table -> module + " uses " + table + " of " + owners.get(table) + ": " + file);
  }

  private static Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    files(MIGRATIONS)
        .forEach(file -> {
          Matcher name = MIGRATION.matcher(file.getFileName().toString());
          if (name.matches()) {
            CREATE
                .matcher(read(file))
                .results()
                .forEach(create -> owners.put(create.group(1), name.group(1)));
          }
        });
    owners.putAll(MOVED);
    return owners;
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
