package io.agentsandbox.genesys;

import io.agentsandbox.platform.BoundedMap;
import io.agentsandbox.platform.Call;
import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Reply;
import io.agentsandbox.world.Worlds;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The login host's pages: authorize, sign in, sign out.
///
/// Source: developer.genesys.cloud, "Use authorization code" and "Additional parameters": `state`
/// comes back unchanged, `prompt=login` ignores a remembered login.
final class AuthorizeEndpoints {
  private static final String COOKIE = "sandbox_genesys_session";
  private static final Pattern COOKIE_END = Pattern.compile(";\\s*");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  /// An authorize call that waits for somebody to sign in.
  private record Request(String redirectUri, String state, String challenge) {}

  private final BoundedMap<String, Request> requests = new BoundedMap<>(10_000);
  private final Worlds worlds;
  private final Tokens tokens;
  private final LoginPage page;

  AuthorizeEndpoints(Worlds worlds, Tokens tokens) {
    this.worlds = worlds;
    this.tokens = tokens;
    this.page = new LoginPage(worlds);
  }

  /// `GET /oauth/authorize`
  Reply authorize(Call call) {
    String redirectUri = call.query("redirect_uri").orElse("");
    Optional<String> problem = clientProblem(call.query("client_id").orElse(""), redirectUri);
    if (problem.isPresent()) {
      return Reply.html(400, page.renderFailure(problem.get()));
    }
    Request request =
        new Request(
            redirectUri, call.query("state").orElse(""), call.query("code_challenge").orElse(""));
    Optional<Reply> refused = parameterProblem(call, request);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Worlds.Person> remembered =
        call.query("prompt").filter("login"::equals).isPresent()
            ? Optional.empty()
            : rememberedPerson(call);
    if (remembered.isPresent()) {
      return signedIn(request, remembered.get());
    }
    String id = Ids.opaque(18);
    requests.put(id, request);
    String hint = call.query("login_hint").map(value -> "&hint=" + encode(value)).orElse("");
    return Reply.redirect("/login?request=" + id + hint);
  }

  /// `GET /login`
  Reply form(Call call) {
    String id = call.query("request").orElse("");
    if (requests.get(id) == null) {
      return Reply.html(400, page.renderFailure("This sign-in has ended. Please start again."));
    }
    return Reply.html(200, page.render(id, call.query("hint").orElse(""), ""));
  }

  /// `POST /login`
  Reply signIn(Call call) {
    Map<String, String> form = call.form();
    String id = form.getOrDefault("request", "");
    Request request = requests.get(id);
    if (request == null) {
      return Reply.html(400, page.renderFailure("This sign-in has ended. Please start again."));
    }
    if (form.containsKey("cancel")) {
      requests.remove(id);
      return failed(request, "access_denied", "The user cancelled the sign-in.");
    }
    String email = form.getOrDefault("email", "");
    Optional<Worlds.Person> person = worlds.person(email);
    if (person.isEmpty() || !worlds.password().equals(form.get("password"))) {
      String problem = "The e-mail address or the password is not right.";
      return Reply.html(401, page.render(id, email, problem));
    }
    requests.remove(id);
    return signedIn(request, person.get());
  }

  /// `GET /logout`: ends the browser's login; goes back when a registered address is given.
  Reply logout(Call call) {
    String redirectUri = call.query("redirect_uri").orElse("");
    boolean back = clientProblem(call.query("client_id").orElse(""), redirectUri).isEmpty();
    Reply reply =
        back
            ? Reply.redirect(redirectUri)
            : Reply.html(200, page.renderFailure("You are signed out."));
    return reply.with("Set-Cookie", COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  }

  private Optional<String> clientProblem(String clientId, String redirectUri) {
    if (!clientId.equals(worlds.loginClient().id())) {
      return Optional.of("invalid_client: no client with the id " + clientId);
    }
    if (!isRegistered(redirectUri)) {
      return Optional.of("invalid_redirect_uri: not registered for the client: " + redirectUri);
    }
    return Optional.empty();
  }

  private static Optional<Reply> parameterProblem(Call call, Request request) {
    String type = call.query("response_type").orElse("");
    if (!type.equals("code")) {
      return Optional.of(
          failed(request, "unsupported_response_type", "response_type must be code"));
    }
    String method = call.query("code_challenge_method").orElse("S256");
    if (!request.challenge().isEmpty() && !method.equals("S256")) {
      return Optional.of(failed(request, "invalid_request", "code_challenge_method must be S256"));
    }
    return Optional.empty();
  }

  private Reply signedIn(Request request, Worlds.Person person) {
    Grant.Person grant = new Grant.Person(person.world(), worlds.loginClient(), person.user());
    String code = tokens.issueCode(grant, request.redirectUri(), request.challenge());
    return back(request, "code=" + encode(code))
        .with(
            "Set-Cookie",
            COOKIE + "=" + encode(person.user().email()) + "; Path=/; HttpOnly; SameSite=Lax");
  }

  private static Reply failed(Request request, String error, String description) {
    return back(request, "error=" + error + "&error_description=" + encode(description));
  }

  private static Reply back(Request request, String result) {
    String join = request.redirectUri().contains("?") ? "&" : "?";
    String state = request.state().isEmpty() ? "" : "&state=" + encode(request.state());
    return Reply.redirect(request.redirectUri() + join + result + state);
  }

  private Optional<Worlds.Person> rememberedPerson(Call call) {
    String cookies = call.header("Cookie").orElse("");
    for (String cookie : COOKIE_END.split(cookies, -1)) {
      if (cookie.startsWith(COOKIE + "=")) {
        String email = cookie.substring(COOKIE.length() + 1);
        return worlds.person(URLDecoder.decode(email, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /// Any address of this machine is registered, so that the portal may run on any port.
  private static boolean isRegistered(String redirectUri) {
    URI uri = parse(redirectUri);
    return uri != null && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
  }

  private static @Nullable URI parse(String uri) {
    try {
      return URI.create(uri);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
