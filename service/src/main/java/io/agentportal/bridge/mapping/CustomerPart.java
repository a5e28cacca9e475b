package io.agentportal.bridge.mapping;

import io.agentportal.genesys.GenesysNotice.Attachment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One WhatsApp message of those that an agent's message becomes.
public sealed interface CustomerPart {

  /// @param body 1 to 4,096 characters
  record Text(String body) implements CustomerPart {}

  /// A message of another type, as the messages API takes it.
  ///
  /// @param type `interactive`, `template` or `location`: the member that holds `object`
  record Form(String type, ObjectNode object) implements CustomerPart {}

  /// A file, to be fetched from Genesys first.
  ///
  /// @param caption at most 1,024 characters; null: none
  record File(Attachment attachment, @Nullable String caption) implements CustomerPart {}
}
