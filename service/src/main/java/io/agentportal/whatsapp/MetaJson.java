package io.agentportal.whatsapp;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one mapper of this module: its trees do not depend on how the API writes its answers.
final class MetaJson {
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private MetaJson() {}

  static ObjectNode object(Map<String, ?> members) {
    return MAPPER.valueToTree(members);
  }
}
