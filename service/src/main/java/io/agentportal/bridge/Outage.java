package io.agentportal.bridge;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/// Tells a database that cannot take a statement now from a statement that it will never take.
final class Outage {

  private Outage() {}

  /// Whether the same work may pass later. A broken connection counts although Spring files it
  /// under the failures that are not transient.
  static boolean isOne(RuntimeException failure) {
    if (failure instanceof NonTransientDataAccessException) {
      return failure instanceof NonTransientDataAccessResourceException;
    }
    return failure instanceof DataAccessException || failure instanceof TransactionException;
  }
}
