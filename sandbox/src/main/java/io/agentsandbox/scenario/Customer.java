package io.agentsandbox.scenario;

import io.agentsandbox.scenario.Dialogue.Turn;
import java.util.List;

/// A simulated customer and where in their talk they are.
final class Customer {
  private final String name;
  private final String phone;
  private final String language;
  private final List<Dialogue> talks;
  private int talk;
  private int turn;
  private String nextAnswer = "";

  /// @param phone digits only
  Customer(String name, String phone, String language, List<Dialogue> talks) {
    this.name = name;
    this.phone = phone;
    this.language = language;
    this.talks = talks;
    this.talk = Math.floorMod(phone.hashCode(), talks.size());
  }

  String name() {
    return name;
  }

  String phone() {
    return phone;
  }

  String language() {
    return language;
  }

  /// What the customer says next; afterwards the agent's answer to it is ready.
  synchronized String speak() {
    List<Turn> turns = talks.get(talk).turns();
    Turn now = turns.get(turn);
    turn++;
    if (turn == turns.size()) {
      turn = 0;
      talk = (talk + 1) % talks.size();
    }
    nextAnswer = now.agent();
    return now.customer();
  }

  /// The customer sent something other than text; the agent has this to say about it.
  synchronized void expect(String answer) {
    nextAnswer = answer;
  }

  /// What an agent answers, once; empty when there is nothing to say.
  synchronized String takeAnswer() {
    String answer = nextAnswer;
    nextAnswer = "";
    return answer;
  }
}
