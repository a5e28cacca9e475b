package io.agentportal.genesys;

import io.agentportal.genesys.GenesysLoginOutcome.Refused;
import io.agentportal.genesys.GenesysLoginOutcome.Unavailable;
import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.crypto.SecretText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what Genesys answers during a login. Unknown members are ignored.
@Component
class GenesysLoginReader {
  private static final Logger log = LoggerFactory.getLogger(GenesysLoginReader.class);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_SERVER_ERROR = 500;

  private final JsonMapper json;

  GenesysLoginReader(JsonMapper json) {
    this.json = json;
  }

  SecretText accessToken(Answered token) {
    return SecretText.of(text(json.readTree(token.body()), "access_token"));
  }

  boolean namesOrganization(Answered me) {
    return json.readTree(me.body()).path("organization").hasNonNull("id");
  }

  /// @param organization the same answer as `me` if that names the organisation
  GenesysIdentity identity(Answered me, Answered organization) {
    JsonNode person = json.readTree(me.body());
    JsonNode read = json.readTree(organization.body());
    JsonNode own = read.has("organization") ? read.path("organization") : read;
    String email = person.path("email").asString("");
    return new GenesysIdentity(
        text(own, "id").toLowerCase(Locale.ROOT),
        own.path("name").asString(""),
        text(person, "id").toLowerCase(Locale.ROOT),
        email.isEmpty() ? person.path("username").asString("") : email,
        person.path("name").asString(""),
        avatar(person.path("images")),
        permissions(person.path("authorization").path("permissions")));
  }

  /// Sorts an answer that is no success.
  GenesysLoginOutcome failure(Answered answer) {
    String reason = answer.status() + " " + reason(answer);
    if (answer.status() == TOO_MANY_REQUESTS || answer.status() >= FIRST_SERVER_ERROR) {
      return new Unavailable(reason);
    }
    if (reason.contains("invalid_client")) {
      log.warn("Genesys refuses the portal's login client: check its id, secret and region");
    }
    return new Refused(reason);
  }

  private String reason(Answered answer) {
    try {
      JsonNode body = json.readTree(answer.body());
      return body.path("error").asString(body.path("code").asString("without a code"));
    } catch (JacksonException _) {
      return "without JSON";
    }
  }

  private static List<String> permissions(JsonNode list) {
    return list.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }

  /// The last image is the largest.
  private static @Nullable String avatar(JsonNode images) {
    String uri = images.path(images.size() - 1).path("imageUri").asString("");
    return uri.startsWith("https://") ? uri : null;
  }

  private static String text(JsonNode node, String member) {
    String value = node.path(member).asString("");
    if (value.isEmpty()) {
      throw new IllegalStateException("Genesys' answer lacks " + member);
    }
    return value;
  }
}
