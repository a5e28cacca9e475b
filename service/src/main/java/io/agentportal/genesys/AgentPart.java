package io.agentportal.genesys;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of what an agent or a flow says: a message holds a text, a file, or structured
/// content.
///
/// Source: Open Messaging outbound webhooks (public API definition, `ConversationMessageContent`).
public sealed interface AgentPart {

  /// Plain words; also what structured content of an unknown kind says.
  record Words(String text) implements AgentPart {}

  /// A file at Genesys.
  ///
  /// @param caption null: none
  record File(GenesysNotice.Attachment attachment, @Nullable String caption) implements AgentPart {}

  /// Answers to pick from.
  ///
  /// @param prompt the question; null if it stands in words before
  record Choices(@Nullable String prompt, List<Choice> choices) implements AgentPart {}

  /// @param payload what the flow wants to get back
  record Choice(String text, String payload) {}

  record Card(
      String title,
      @Nullable String description,
      @Nullable String imageUrl,
      @Nullable String videoUrl,
      List<Action> actions)
      implements AgentPart {}

  /// What a card offers: a link, or an answer.
  ///
  /// @param url null: an answer
  record Action(String text, String payload, @Nullable String url) {}

  record Carousel(List<Card> cards) implements AgentPart {}

  /// @param times ISO 8601, as Genesys wants the chosen one back
  record Dates(@Nullable String title, @Nullable String subtitle, List<Time> times)
      implements AgentPart {}

  /// @param minutes how long it takes; 0 if it does not say
  record Time(String dateTime, int minutes) {}

  record Pick(@Nullable String title, List<Section> sections) implements AgentPart {}

  record Section(@Nullable String title, List<Item> items) {}

  record Item(String id, String title, @Nullable String subtitle) {}

  /// A template that WhatsApp approved before.
  ///
  /// @param name by which WhatsApp knows it
  /// @param language e.g. `en_US`
  record Template(
      String name,
      String language,
      @Nullable Header header,
      List<Parameter> body,
      List<Button> buttons)
      implements AgentPart {}

  /// @param media null: a text with parameters
  record Header(GenesysNotice.@Nullable Attachment media, List<Parameter> parameters) {}

  /// @param name null: it is known by its place
  record Parameter(@Nullable String name, String text) {}

  /// @param type as Genesys spells it: `QuickReply`, `Url`, ...
  record Button(String type, int index, @Nullable String payload, List<Parameter> parameters) {}

  record Place(
      BigDecimal latitude, BigDecimal longitude, @Nullable String name, @Nullable String address)
      implements AgentPart {}
}
