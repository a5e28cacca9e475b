package io.agentportal.genesys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one webhook call from Genesys tells. Every kind names its integration (`""` if it does not
/// say).
public sealed interface GenesysNotice {

  /// Something for the customer.
  ///
  /// @param id the webhook's message id; unique per integration, the key against duplicates
  /// @param conversationId null from older organisations
  /// @param to the customer, spelt as we gave it to Genesys
  record AgentMessage(
      String integrationId,
      String id,
      @Nullable String conversationId,
      OpenContact to,
      Author author,
      Instant at,
      Content content,
      JsonNode raw)
      implements GenesysNotice {}

  /// @param bot written by a flow, not by a person
  /// @param name as Genesys shows it to customers; null if it gave none
  record Author(boolean bot, @Nullable String name) {}

  /// @param kind `text`, `image`, `video`, `audio`, `document`, `interactive`, `template` or
  ///   `other`
  /// @param text always something readable
  /// @param parts what is to be said, in order; never empty
  record Content(String kind, String text, List<AgentPart> parts) {}

  /// A file at Genesys.
  ///
  /// @param mediaType `Image`, `Video`, `Audio`, `File` or `Link`
  /// @param url of Genesys' download service; not to be trusted before its host is checked
  /// @param bytes -1 if unknown
  record Attachment(
      String id,
      String mediaType,
      String url,
      @Nullable String mime,
      @Nullable String fileName,
      long bytes) {}

  /// The agent is typing, or stopped.
  record Typing(
      String integrationId,
      @Nullable String conversationId,
      OpenContact to,
      boolean on,
      Duration duration)
      implements GenesysNotice {}

  /// What became of a message that we handed to Genesys.
  ///
  /// @param id Genesys' id of our message
  /// @param status `Published`, `Failed`, `Delivered` and possibly others
  /// @param reason null unless it failed and says why
  record MessageReceipt(
      String integrationId, String id, String status, boolean isFinal, @Nullable String reason)
      implements GenesysNotice {}

  /// Well signed but not understood: kept and shown, never an error.
  ///
  /// @param raw as received, at most the first 4,096 characters
  record Unknown(String integrationId, String reason, String raw) implements GenesysNotice {}
}
