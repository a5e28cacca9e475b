package io.agentportal.credentials;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps memory in step with the database across the end of a transaction.
final class Caches {
  private Caches() {}

  /// Forgets now, so that this transaction sees its own change, and again when it ends, so that
  /// neither a value read before the commit nor one that was rolled back stays.
  static void forgetAround(Runnable forget) {
    forget.run();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forget.run();
            }
          });
    }
  }
}
