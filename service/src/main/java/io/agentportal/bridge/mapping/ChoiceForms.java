package io.agentportal.bridge.mapping;

import io.agentportal.genesys.AgentPart.Choice;
import io.agentportal.genesys.AgentPart.Choices;
import io.agentportal.platform.client.PartnerJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Choices as WhatsApp offers them: up to three short ones as buttons, others as lists of ten.
///
/// Source: Meta, interactive reply buttons and list messages (read 2026-08): button title 20
/// characters, id 256, body 1,024; list row title 24, description 72, id 200, body 4,096.
final class ChoiceForms {
  static final int BUTTONS = 3;
  static final int BUTTON_TITLE = 20;
  static final int BUTTON_BODY = 1024;
  private static final int BUTTON_ID = 256;
  private static final int ROWS = 10;
  private static final int ROW_TITLE = 24;
  private static final int ROW_DESCRIPTION = 72;
  private static final int ROW_ID = 200;
  private static final String ASK = "Please choose:";
  private static final String OPEN = "Choose";

  private ChoiceForms() {}

  /// One entry of a list.
  ///
  /// @param title of any length: what does not fit goes on in the description
  record Row(ChoiceId id, String title, @Nullable String description) {}

  static List<CustomerPart> of(String genesysId, Choices choices) {
    String prompt = choices.prompt() == null ? ASK : choices.prompt();
    List<Row> rows =
        choices.choices().stream().map(choice -> row(genesysId, choice)).distinct().toList();
    if (fitButtons(rows)) {
      return buttons(prompt, rows, null);
    }
    return lists(prompt, null, rows);
  }

  private static Row row(String genesysId, Choice choice) {
    return new Row(new ChoiceId(true, genesysId, choice.payload()), choice.text(), null);
  }

  static boolean fitButtons(List<Row> rows) {
    Set<String> titles = rows.stream().map(Row::title).collect(Collectors.toSet());
    return !rows.isEmpty()
        && rows.size() <= BUTTONS
        && titles.size() == rows.size()
        && titles.stream().allMatch(title -> title.length() <= BUTTON_TITLE);
  }

  /// @param header null: none
  static List<CustomerPart> buttons(String prompt, List<Row> rows, @Nullable ObjectNode header) {
    List<String> words = TextSplitter.split(prompt, BUTTON_BODY);
    ObjectNode form = PartnerJson.object().put("type", "button");
    if (header != null) {
      form.set("header", header);
    }
    form.putObject("body").put("text", words.getLast());
    ArrayNode buttons = form.putObject("action").putArray("buttons");
    for (int i = 0; i < rows.size(); i++) {
      ObjectNode button = buttons.addObject().put("type", "reply");
      button
          .putObject("reply")
          .put("id", rows.get(i).id().text(BUTTON_ID, i + 1))
          .put("title", rows.get(i).title());
    }
    return after(words, form);
  }

  /// As many lists as it takes.
  ///
  /// @param section the heading of the entries; null: none
  static List<CustomerPart> lists(String prompt, @Nullable String section, List<Row> rows) {
    List<CustomerPart> parts = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += ROWS) {
      List<Row> page = rows.subList(from, Math.min(rows.size(), from + ROWS));
      parts.addAll(list(from == 0 ? full(prompt, rows) : ASK, section, page));
    }
    return parts;
  }

  /// Where an entry is too long for a row, the text before the list says it in full.
  private static String full(String prompt, List<Row> rows) {
    boolean cut =
        rows.stream().anyMatch(row -> row.title().length() > ROW_TITLE + ROW_DESCRIPTION - 2);
    return cut
        ? prompt + rows.stream().map(row -> "\n• " + row.title()).collect(Collectors.joining())
        : prompt;
  }

  private static List<CustomerPart> list(String prompt, @Nullable String section, List<Row> rows) {
    List<String> words = TextSplitter.split(prompt);
    ObjectNode form = PartnerJson.object().put("type", "list");
    form.putObject("body").put("text", words.getLast());
    ObjectNode action = form.putObject("action").put("button", OPEN);
    ObjectNode only = action.putArray("sections").addObject();
    if (section != null) {
      only.put("title", PartnerJson.clip(section, ROW_TITLE));
    }
    ArrayNode entries = only.putArray("rows");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String id = row.id().text(ROW_ID, i + 1);
      ObjectNode entry = entries.addObject().put("id", ids.add(id) ? id : "choice-" + (i + 1));
      entry.put("title", PartnerJson.clip(row.title(), ROW_TITLE));
      String rest = rest(row);
      if (!rest.isEmpty()) {
        entry.put("description", PartnerJson.clip(rest, ROW_DESCRIPTION));
      }
    }
    return after(words, form);
  }

  private static String rest(Row row) {
    if (row.title().length() <= ROW_TITLE) {
      return row.description() == null ? "" : row.description();
    }
    String rest = "…" + row.title().substring(ROW_TITLE - 1);
    return row.description() == null ? rest : rest + " · " + row.description();
  }

  /// What is too long for the form's own text goes before it.
  static List<CustomerPart> after(List<String> words, ObjectNode form) {
    List<CustomerPart> parts = new ArrayList<>();
    words.subList(0, words.size() - 1).forEach(text -> parts.add(new CustomerPart.Text(text)));
    parts.add(new CustomerPart.Form("interactive", form));
    return parts;
  }
}
