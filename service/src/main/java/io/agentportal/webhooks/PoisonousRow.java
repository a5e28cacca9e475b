package io.agentportal.webhooks;

import java.sql.SQLException;

/// Tells a batch that one bad row has spoilt from one that met a database in trouble.
final class PoisonousRow {
  private PoisonousRow() {}

  /// True: the rows are worth trying one by one. SQLSTATE classes 22 (bad value), 23 (constraint)
  /// and 54 (limit exceeded); and what never reached the database.
  static boolean suspectedIn(Exception failure) {
    if (!(failure instanceof SQLException sql) || sql.getSQLState() == null) {
      return failure instanceof RuntimeException;
    }
    String state = sql.getSQLState();
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }
}
