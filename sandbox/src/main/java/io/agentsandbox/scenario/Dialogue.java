package io.agentsandbox.scenario;

import java.util.List;

/// A short talk between a customer and an agent in one language.
record Dialogue(String language, List<Turn> turns) {
  /// What the customer says and what an agent answers to it.
  record Turn(String customer, String agent) {}
}
