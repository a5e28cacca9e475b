package io.agentsandbox.genesys;

import tools.jackson.databind.JsonNode;

/// What an agent or a bot is to send.
///
/// @param type `Text`, `Structured` or `Event`
/// @param fields members of the webhook to set: `text`, `content`, `events`
/// @param agent the name the customer's side sees
public record AgentAnswer(String type, JsonNode fields, String agent, boolean bot) {}
