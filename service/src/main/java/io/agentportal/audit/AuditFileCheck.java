package io.agentportal.audit;

import io.agentportal.audit.AuditStore.Hashed;
import io.agentportal.audit.AuditVerification.Broken;
import io.agentportal.audit.AuditVerification.Intact;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Verifies an exported trail without database and network:
///
/// ```
/// java -jar agent-portal-service.jar --verify-audit=audit-log.csv
/// ```
///
/// The file has to be an export without filters: a chain proves itself from its first entry on.
public final class AuditFileCheck {
  private static final String ARGUMENT = "--verify-audit=";

  private AuditFileCheck() {}

  /// Whether the command line asks for it.
  public static boolean isAsked(String... arguments) {
    return file(arguments).isPresent();
  }

  /// Prints what was found.
  ///
  /// @return the exit code of the program: 0 for an intact trail, 1 for a broken one, 2 for a file
  ///   that is no export
  public static int run(String... arguments) {
    Path file = Path.of(file(arguments).orElseThrow());
    try (Reader reader = Files.newBufferedReader(file)) {
      return switch (verify(reader)) {
        case Intact(long entries, String headHash) -> {
          print("intact: %d entries, the last with hash %s".formatted(entries, headHash));
          yield 0;
        }
        case Broken(long sequence, String problem) -> {
          print("BROKEN at entry %d: %s".formatted(sequence, problem));
          yield 1;
        }
      };
    } catch (IOException | IllegalArgumentException e) {
      print("%s is no export of an audit trail: %s".formatted(file, e.getMessage()));
      return 2;
    }
  }

  /// @throws IllegalArgumentException if it is no export
  static AuditVerification verify(Reader file) throws IOException {
    checkHeader(AuditCsv.cells(file));
    var walk = new ChainWalk();
    while (true) {
      Optional<Hashed> row = AuditCsv.read(file);
      if (row.isEmpty()) {
        return walk.end();
      }
      Optional<AuditVerification> problem = walk.next(row.get());
      if (problem.isPresent()) {
        return problem.get();
      }
    }
  }

  private static void checkHeader(List<@Nullable String> cells) {
    String first = cells.isEmpty() ? null : cells.getFirst();
    if (first != null && first.startsWith(AuditCsv.BYTE_ORDER_MARK)) {
      cells.set(0, first.substring(1));
    }
    if (!cells.equals(AuditCsv.HEADER)) {
      throw new IllegalArgumentException("its first line is not the header of one");
    }
  }

  private static Optional<String> file(String... arguments) {
    return Arrays.stream(arguments)
        .filter(each -> each.startsWith(ARGUMENT))
        .map(each -> each.substring(ARGUMENT.length()))
        .findFirst();
  }

  @SuppressWarnings("SystemOut") // the answer of a command
  private static void print(String line) {
    System.out.println(line);
  }
}
