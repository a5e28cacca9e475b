package io.agentsandbox.control;

import io.agentsandbox.platform.Bytes;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Gateway;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.Resources;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import java.util.Map;

/// `/sandbox/**` and the page.
public final class ControlApi {
  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "sandbox.css", "text/css; charset=utf-8",
          "sandbox.js", "text/javascript; charset=utf-8");

  private final Gateway gateway;
  private final PlayEndpoints play;
  private final ReadEndpoints read;
  private final RunEndpoints run;
  private final ChatEndpoints chat;

  public ControlApi(Gateway gateway, Parts parts) {
    this.gateway = gateway;
    this.play = new PlayEndpoints(parts);
    this.read = new ReadEndpoints(parts);
    this.run = new RunEndpoints(parts);
    this.chat = new ChatEndpoints(parts);
  }

  /// Adds the paths.
  public void addRoutes(HttpRouting.Builder routing) {
    routing.get("/", gateway.own(_ -> Reply.redirect("/sandbox/")));
    routing.register(
        "/sandbox",
        rules -> {
          playing(rules);
          reading(rules);
          running(rules);
          rules
              .get("/contacts", gateway.own(chat::contacts))
              .get("/chat", gateway.own(chat::chat))
              .get("/", gateway.own(_ -> file("index.html")))
              .get("/{file}", gateway.own(ControlApi::file));
        });
  }

  private void playing(HttpRules rules) {
    rules
        .post("/customer/messages", gateway.own(play::customerMessage))
        .post("/customer/webhooks", gateway.own(play::payload))
        .post("/customer/statuses", gateway.own(play::status))
        .post("/agent/messages", gateway.own(play::agentMessage))
        .post("/agent/attachments", gateway.own(play::agentAttachment))
        .post("/agent/disconnect", gateway.own(play::disconnect));
  }

  private void reading(HttpRules rules) {
    rules
        .get("/genesys/messages", gateway.own(read::genesysMessages))
        .get("/genesys/files", gateway.own(read::genesysFiles))
        .get("/genesys/receipts", gateway.own(read::genesysReceipts))
        .get("/genesys/events", gateway.own(read::genesysEvents))
        .get("/genesys/conversations", gateway.own(read::conversations))
        .get("/meta/messages", gateway.own(read::metaMessages))
        .get("/meta/reads", gateway.own(read::metaReads))
        .get("/deliveries", gateway.own(read::deliveries))
        .get("/calls", gateway.own(read::calls));
  }

  private void running(HttpRules rules) {
    rules
        .get("/state", gateway.own(run::state))
        .post("/reset", gateway.own(run::reset))
        .get("/settings", gateway.own(run::settings))
        .patch("/settings", gateway.own(run::changeSettings))
        .post("/clock", gateway.own(run::advanceClock))
        .get("/faults", gateway.own(run::faults))
        .post("/faults", gateway.own(run::addFault))
        .delete("/faults", gateway.own(run::removeFaults))
        .delete("/faults/{fault}", gateway.own(run::removeFault))
        .post("/credentials", gateway.own(run::issueCredential))
        .put("/meta/callbacks", gateway.own(run::setCallback))
        .get("/traffic", gateway.own(run::traffic))
        .put("/traffic", gateway.own(run::setTraffic))
        .post("/replay", gateway.own(run::replay));
  }

  private static Reply file(Call call) {
    return file(call.variable("file"));
  }

  private static Reply file(String name) {
    String type = FILES.get(name);
    if (type == null) {
      return Reply.empty(404);
    }
    return Reply.bytes(type, new Bytes(Resources.bytes("/io/agentsandbox/page/" + name)))
        .with("Cache-Control", "no-cache");
  }
}
