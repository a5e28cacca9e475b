package io.agentportal.bridge;

import java.util.Locale;

/// Which way something goes. Receipts go to Genesys too, but in lanes of their own: they never hold
/// up a customer's message.
enum Direction {
  TO_GENESYS,
  TO_WHATSAPP,
  RECEIPTS;

  /// As the database spells it: lower case.
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Direction ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
