package io.agentportal.onboarding;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.FieldProblem;
import io.agentportal.platform.errors.PortalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// One section of the form as it was sent: reads members, collects what is wrong with them.
final class FormSection {
  private static final int MAX_LENGTH = 4096;

  private final String name;
  private final JsonNode node;
  private final List<FieldProblem> problems = new ArrayList<>();

  /// @param data of the request: the section by its name, or its members themselves
  FormSection(String name, JsonNode data) {
    this.name = name;
    this.node = data.path(name).isObject() ? data.path(name) : data;
  }

  /// A member without spaces around it; `""` if it is missing.
  String text(String member) {
    String value = PartnerJson.textOr(node, member, "").strip();
    if (value.length() > MAX_LENGTH) {
      problem(member, "Must have at most " + MAX_LENGTH + " characters");
      return "";
    }
    return value;
  }

  /// A member that has to be of some form.
  String text(String member, Predicate<String> valid, String problem) {
    String value = text(member);
    if (!valid.test(value)) {
      problem(member, problem);
    }
    return value;
  }

  /// A secret; empty: unchanged.
  Optional<SecretText> secret(String member, int minLength, String problem) {
    String value = text(member);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.length() < minLength) {
      problem(member, problem);
    }
    return Optional.of(SecretText.of(value));
  }

  void problem(String member, String problem) {
    problems.add(new FieldProblem(name + "." + member, problem));
  }

  /// @throws PortalException `VALIDATION_FAILED` with all problems, if there are any
  void check() {
    if (!problems.isEmpty()) {
      throw PortalException.invalid(problems);
    }
  }
}
