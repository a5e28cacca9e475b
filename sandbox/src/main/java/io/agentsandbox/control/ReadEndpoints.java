package io.agentsandbox.control;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.world.World;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Reading back what reached either partner and how webhooks fared.
final class ReadEndpoints {
  private static final int DEFAULT_LIMIT = 1_000;
  private static final int RECENT = 100;

  private final Parts parts;

  ReadEndpoints(Parts parts) {
    this.parts = parts;
  }

  Reply genesysMessages(Call call) {
    Optional<String> contact = call.query("contact");
    Optional<String> conversation = call.query("conversationId");
    return Reply.json(
        200,
        Shown.list(
            parts
                .genesys()
                .messages(
                    parts.world(call),
                    after(call),
                    limit(call, DEFAULT_LIMIT),
                    message ->
                        contact.filter(wanted -> !wanted.equals(message.contact())).isEmpty()
                            && conversation
                                .filter(wanted -> !wanted.equals(message.conversationId()))
                                .isEmpty()),
            Shown::message));
  }

  Reply genesysReceipts(Call call) {
    Optional<String> contact = call.query("contact");
    return Reply.json(
        200,
        Shown.list(
            parts
                .genesys()
                .receipts(
                    parts.world(call),
                    after(call),
                    limit(call, DEFAULT_LIMIT),
                    receipt ->
                        contact.filter(wanted -> !wanted.equals(receipt.contact())).isEmpty()),
            Shown::receipt));
  }

  Reply genesysFiles(Call call) {
    return Reply.json(
        200,
        Shown.list(
            parts.genesys().files(parts.world(call), after(call), limit(call, DEFAULT_LIMIT)),
            Shown::file));
  }

  Reply genesysEvents(Call call) {
    return Reply.json(
        200,
        Shown.list(
            parts
                .genesys()
                .events(parts.world(call), after(call), limit(call, DEFAULT_LIMIT), _ -> true),
            Shown::receipt));
  }

  Reply conversations(Call call) {
    return Reply.json(
        200, parts.genesys().conversations(parts.world(call), limit(call, DEFAULT_LIMIT)));
  }

  Reply metaMessages(Call call) {
    Optional<String> to = call.query("to").map(number -> number.replaceAll("[^A-Za-z0-9.]", ""));
    return Reply.json(
        200,
        Shown.list(
            parts
                .meta()
                .sent(
                    parts.world(call),
                    after(call),
                    limit(call, DEFAULT_LIMIT),
                    sent ->
                        to.filter(wanted -> !wanted.equals(sent.to()))
                            .filter(wanted -> !wanted.equals(sent.userId()))
                            .isEmpty()),
            Shown::sent));
  }

  Reply metaReads(Call call) {
    return Reply.json(
        200,
        Shown.list(
            parts.meta().reads(parts.world(call), after(call), limit(call, DEFAULT_LIMIT)),
            Shown::read));
  }

  Reply deliveries(Call call) {
    Optional<String> world = call.query("org").map(key -> parts.worlds().get(key)).map(World::key);
    Optional<String> partner = call.query("partner");
    return Reply.json(
        200,
        Shown.list(
            parts
                .deliveries()
                .newest(
                    limit(call, RECENT),
                    delivery ->
                        world.filter(key -> !key.equals(delivery.world())).isEmpty()
                            && partner.filter(name -> !name.equals(delivery.partner())).isEmpty()),
            Shown::delivery));
  }

  Reply calls(Call call) {
    ArrayNode list = Json.array();
    parts
        .calls()
        .newest(limit(call, RECENT), _ -> true)
        .forEach(entry -> list.add(Json.MAPPER.<JsonNode>valueToTree(entry.value())));
    return Reply.json(200, list);
  }

  private static long after(Call call) {
    return call.queryNumber("after", 0);
  }

  private static int limit(Call call, int otherwise) {
    return Math.clamp(call.queryNumber("limit", otherwise), 1, 100_000);
  }
}
