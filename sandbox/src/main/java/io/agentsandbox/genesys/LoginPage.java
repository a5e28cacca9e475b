package io.agentsandbox.genesys;

import io.agentsandbox.platform.Resources;
import io.agentsandbox.world.Worlds;
import java.util.stream.Collectors;

/// The page where people sign in. It says who exists and the password, since both are public.
final class LoginPage {
  private final String template = Resources.text("/io/agentsandbox/login.html");
  private final Worlds worlds;

  LoginPage(Worlds worlds) {
    this.worlds = worlds;
  }

  /// @param email what the form starts with
  /// @param problem a sentence above the form, or empty
  String render(String request, String email, String problem) {
    return template
        .replace("{{request}}", escape(request))
        .replace("{{email}}", escape(email))
        .replace("{{password}}", escape(worlds.password()))
        .replace("{{problem}}", problem.isEmpty() ? "" : problemBox(problem))
        .replace("{{people}}", people());
  }

  /// A page for an authorize call that cannot be sent back to its client.
  String renderFailure(String problem) {
    return Resources.text("/io/agentsandbox/login-failure.html")
        .replace("{{problem}}", escape(problem));
  }

  private static String problemBox(String problem) {
    return "<p class=\"problem\" role=\"alert\">" + escape(problem) + "</p>";
  }

  private String people() {
    return worlds.worlds().stream()
        .flatMap(world -> Worlds.people(world).stream())
        .map(LoginPage::person)
        .collect(Collectors.joining("\n"));
  }

  private static String person(Worlds.Person person) {
    return """
    <li><button type="button" data-email="%s"><b>%s</b><span>%s · %s</span></button></li>\
    """
        .formatted(
            escape(person.user().email()),
            escape(person.user().name()),
            escape(person.user().role()),
            escape(person.world().organizationName()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
