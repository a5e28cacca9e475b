package io.agentportal.onboarding;

import io.agentportal.platform.client.PartnerJson;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.FieldProblem;
import io.agentportal.platform.errors.PortalException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One section of the form as it was sent: reads its fields by their rules, collects what is wrong
/// with them.
final class FormSection {
  private final StepRules rules;
  private final JsonNode node;
  private final Map<String, String> values = new HashMap<>();
  private final List<FieldProblem> problems = new ArrayList<>();

  private FormSection(StepRules rules, JsonNode data) {
    this.rules = rules;
    JsonNode inside = data.path(rules.section());
    this.node = inside.isMissingNode() ? data : inside;
  }

  /// A step that is meant to be complete; `check()` tells what is wrong with it.
  ///
  /// @param data of the request: the section by its name, or its members themselves
  static FormSection complete(StepRules rules, JsonNode data) {
    var section = new FormSection(rules, data);
    rules.fields().forEach(section::readComplete);
    return section;
  }

  /// What has been typed so far: as it is, without secrets.
  ///
  /// @throws PortalException `VALIDATION_FAILED` for what is no text, or too long
  static ObjectNode draft(StepRules rules, JsonNode data) {
    var section = new FormSection(rules, data);
    ObjectNode kept = PartnerJson.object();
    for (FieldRule rule : rules.fields()) {
      String value = section.readText(rule);
      if (!rule.isSecret() && !section.node.path(rule.field()).isMissingNode()) {
        kept.put(rule.field(), section.node.path(rule.field()).isNull() ? null : value);
      }
    }
    section.check();
    return kept;
  }

  /// A value without spaces around it; `""` if it is missing.
  String text(String field) {
    return values.getOrDefault(field, "");
  }

  /// Empty: not entered.
  Optional<String> optional(String field) {
    return Optional.of(text(field)).filter(value -> !value.isEmpty());
  }

  /// A secret; empty: unchanged.
  Optional<SecretText> secret(String field) {
    return optional(field).map(SecretText::of);
  }

  /// Whether the field was sent at all.
  boolean has(String field) {
    return !node.path(field).isMissingNode();
  }

  void problem(String field, String problem) {
    problems.add(new FieldProblem(rules.section() + "." + field, problem));
  }

  /// The rule's own words on a field.
  void problem(String field) {
    rules.fields().stream()
        .filter(rule -> rule.field().equals(field))
        .forEach(rule -> problem(field, rule.message()));
  }

  /// @throws PortalException `VALIDATION_FAILED` with all problems, if there are any
  void check() {
    if (!problems.isEmpty()) {
      throw PortalException.invalid(problems);
    }
  }

  /// Whether a stored secret may stand for an empty one is for the step to say.
  private void readComplete(FieldRule rule) {
    int before = problems.size();
    String value = rule.normalised(readText(rule));
    values.put(rule.field(), value);
    boolean left = rule.isSecret() && value.isEmpty();
    if (problems.size() == before && !left && !rule.allows(value)) {
      problem(rule.field(), rule.message());
    }
  }

  private String readText(FieldRule rule) {
    JsonNode member = node.path(rule.field());
    if (member.isMissingNode() || member.isNull()) {
      return "";
    }
    if (!member.isString()) {
      problem(rule.field(), "Must be text");
      return "";
    }
    String value = member.stringValue().strip();
    if (!rule.isStorable(value)) {
      problem(
          rule.field(),
          value.length() > rule.maxLength()
              ? "Must have at most " + rule.maxLength() + " characters"
              : rule.message());
      return "";
    }
    return value;
  }
}
