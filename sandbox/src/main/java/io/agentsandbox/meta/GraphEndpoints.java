package io.agentsandbox.meta;

import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.platform.Settings;
import io.agentsandbox.platform.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/// Finds out what a Graph id stands for and hands the call to who answers for it.
final class GraphEndpoints {
  private final GraphTokens tokens;
  private final Collection<WhatsAppAccount> accounts;
  private final MediaEndpoints media;
  private final NumberEndpoints numbers;
  private final AccountEndpoints accountEndpoints;
  private final AppEndpoints apps;

  GraphEndpoints(
      GraphTokens tokens,
      Collection<WhatsAppAccount> accounts,
      MediaEndpoints media,
      NumberEndpoints numbers,
      AccountEndpoints accountEndpoints,
      AppEndpoints apps) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.media = media;
    this.numbers = numbers;
    this.accountEndpoints = accountEndpoints;
    this.apps = apps;
  }

  /// `/{id}` and `/{id}/{edge}`
  Reply handle(Call call) throws InterruptedException {
    if (call.variable("id").equals("debug_token")) {
      return apps.debugToken(call);
    }
    WhatsAppAccount account = account(call);
    account.limits.management();
    requireAllowed(call);
    String id = call.variable("id");
    if (id.equals(account.facts().phoneNumberId())) {
      return number(account, call);
    }
    if (id.equals(account.facts().wabaId())) {
      return businessAccount(account, call);
    }
    if (id.equals(account.facts().appId())) {
      return app(account, call);
    }
    return mediaFile(account, call);
  }

  /// The account of the number in the path. Refuses with 190, or with 100/33 for a number that the
  /// token's owner cannot see.
  WhatsAppAccount sender(Call call) {
    WhatsAppAccount account = account(call);
    if (!call.variable("id").equals(account.facts().phoneNumberId())) {
      throw unknown(call);
    }
    if (tokens.require(call).app()) {
      throw GraphRefusal.of(403, 200, "(#200) An app token may not send messages.", "");
    }
    return account;
  }

  private Reply number(WhatsAppAccount account, Call call) throws InterruptedException {
    return switch (call.method() + " " + call.variable("edge")) {
      case "GET " -> numbers.read(account, call);
      case "POST " -> numbers.configure(account, call);
      case "POST register", "POST deregister" -> numbers.register(account, call);
      default -> throw unknown(call);
    };
  }

  private Reply businessAccount(WhatsAppAccount account, Call call) throws InterruptedException {
    return switch (call.method() + " " + call.variable("edge")) {
      case "GET " -> accountEndpoints.read(account, call);
      case "GET phone_numbers" -> accountEndpoints.phoneNumbers(account, call);
      case "GET message_templates" -> accountEndpoints.templates(account, call);
      case "GET subscribed_apps" -> accountEndpoints.subscribedApps(account, call);
      case "POST subscribed_apps" -> accountEndpoints.subscribe(account, call);
      case "DELETE subscribed_apps" -> accountEndpoints.unsubscribe(account, call);
      default -> throw unknown(call);
    };
  }

  private Reply app(WhatsAppAccount account, Call call) throws InterruptedException {
    return switch (call.method() + " " + call.variable("edge")) {
      case "GET subscriptions" -> apps.subscriptions(account, call);
      case "POST subscriptions" -> apps.subscribe(account, call);
      case "DELETE subscriptions" -> apps.unsubscribe(account, call);
      default -> throw unknown(call);
    };
  }

  private Reply mediaFile(WhatsAppAccount account, Call call) {
    Optional<MediaFile> file = account.media.find(call.variable("id"));
    if (file.isEmpty() || !call.variable("edge").isEmpty()) {
      throw unknown(call);
    }
    return switch (call.method()) {
      case "GET" -> media.resolve(account, file.get());
      case "DELETE" -> media.remove(account, file.get());
      default -> throw unknown(call);
    };
  }

  /// A system user without full control of the account may look and no more.
  private void requireAllowed(Call call) {
    String name = (call.method() + " " + call.variable("edge")).strip();
    if (!tokens.require(call).app() && Settings.Flaws.names(tokens.flaws().deniedCalls(), name)) {
      throw GraphRefusal.of(403, 200, "(#200) Permissions error", "");
    }
  }

  private WhatsAppAccount account(Call call) {
    GraphTokens.Owner owner = tokens.require(call);
    checkProof(call, owner);
    return accounts.stream()
        .filter(account -> account.world().equals(owner.world()))
        .findFirst()
        .orElseThrow(() -> unknown(call));
  }

  /// `appsecret_proof`, if it is there: the token's HMAC under the app secret.
  private static void checkProof(Call call, GraphTokens.Owner owner) {
    Optional<String> proof = call.query("appsecret_proof");
    if (proof.isEmpty()) {
      return;
    }
    byte[] token = call.bearer().orElse("").getBytes(StandardCharsets.UTF_8);
    String expected = Signatures.hex(owner.world().meta().appSecret(), token);
    if (!expected.equals("sha256=" + proof.get())) {
      throw GraphRefusal.of(400, 100, "Invalid appsecret_proof provided in the API argument", "");
    }
  }

  private static GraphRefusal unknown(Call call) {
    return GraphRefusal.unknownObject(call.method(), call.variable("id"));
  }
}
