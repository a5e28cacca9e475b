package io.agentsandbox.meta;

import io.agentsandbox.platform.Ids;
import io.agentsandbox.platform.Json;
import io.agentsandbox.platform.Refusal;
import io.agentsandbox.platform.Reply;
import java.io.Serial;
import tools.jackson.databind.node.ObjectNode;

/// A refusal in the error shape of the Graph API.
final class GraphRefusal extends Refusal {
  @Serial private static final long serialVersionUID = 1L;

  private GraphRefusal(Reply reply, String message) {
    super(reply, message);
  }

  static GraphRefusal of(int status, int code, String title, String details) {
    return new GraphRefusal(body(status, code, 0, title, details), title);
  }

  static GraphRefusal invalidToken(String why) {
    return new GraphRefusal(body(401, 190, 0, why, ""), why);
  }

  static Reply expiredToken() {
    return body(401, 190, 463, "Error validating access token: Session has expired.", "");
  }

  /// An id that does not exist or that the token may not see; Graph does not tell which.
  static GraphRefusal unknownObject(String method, String id) {
    String message =
        "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or does not support this operation"
            .formatted(method.toLowerCase(java.util.Locale.ROOT), id);
    return new GraphRefusal(body(400, 100, 33, message, ""), message);
  }

  static GraphRefusal missing(String parameter) {
    return of(
        400,
        131_008,
        "(#131008) Required parameter is missing",
        "The parameter " + parameter + " is required.");
  }

  static GraphRefusal invalid(String details) {
    return of(400, 131_009, "(#131009) Parameter value is not valid", details);
  }

  static GraphRefusal badParameter(String details) {
    return of(400, 100, "(#100) Invalid parameter", details);
  }

  static Reply body(int status, int code, int subcode, String message, String details) {
    ObjectNode error =
        Json.object().put("message", message).put("type", "OAuthException").put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    if (!details.isEmpty()) {
      error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
    }
    error.put("fbtrace_id", Ids.opaque(8));
    ObjectNode body = Json.object();
    body.set("error", error);
    return Reply.json(status, body);
  }
}
