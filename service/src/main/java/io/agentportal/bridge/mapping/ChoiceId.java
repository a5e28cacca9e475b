package io.agentportal.bridge.mapping;

import java.util.Optional;

/// The id of a button or list entry that we offer in WhatsApp: it comes back with the customer's
/// choice and says which message at Genesys it answers, without anything to be looked up.
///
/// Written `k:<message at Genesys>:<payload>`, with `q` or `b` as `k`.
///
/// @param quickReply whether Genesys offered it as a quick reply, and not as another button
/// @param genesysId the message at Genesys that offered it; without `:`
/// @param payload what the flow there wants to get back
public record ChoiceId(boolean quickReply, String genesysId, String payload) {

  /// Empty for ids that are not ours, such as those of templates.
  public static Optional<ChoiceId> parse(String id) {
    String[] parts = id.split(":", 3);
    boolean ours =
        parts.length == 3
            && ("q".equals(parts[0]) || "b".equals(parts[0]))
            && !parts[1].isEmpty()
            && !parts[2].isEmpty();
    return ours
        ? Optional.of(new ChoiceId("q".equals(parts[0]), parts[1], parts[2]))
        : Optional.empty();
  }

  /// The same for a queue: of any length.
  public String text() {
    return (quickReply ? "q:" : "b:") + genesysId + ":" + payload;
  }

  /// @param max characters that WhatsApp takes; a payload that is longer cannot come back, so then
  ///   the choice is only told by its text
  /// @param number told apart from others that cannot come back
  String text(int max, int number) {
    String text = text();
    return text.length() <= max && !genesysId.contains(":") ? text : "choice-" + number;
  }
}
