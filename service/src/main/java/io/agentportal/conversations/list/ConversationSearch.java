package io.agentportal.conversations.list;

import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Role;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody typed to find a conversation.
///
/// An id matches exactly: of the conversation, of a message (`wamid.`), of the contact. Three
/// characters or more match anywhere in the contact's name or address, fewer only the beginning of
/// a word: shorter pieces have no trigram to look up. Wildcards are ordinary characters, and a
/// phone number may be written with blanks and signs.
sealed interface ConversationSearch {

  /// The longest search text, in characters.
  int MAX_LENGTH = 100;

  /// The portal's or Genesys' id of one conversation.
  record ById(ConversationKey key) implements ConversationSearch {}

  /// WhatsApp's id of a message in the conversation.
  record ByWamid(String wamid) implements ConversationSearch {
    private static final Pattern SHAPE = Pattern.compile("wamid\\.[A-Za-z0-9+/=_-]+");
  }

  /// The contact's business-scoped user id: country, dot, letters and digits.
  record ByUserId(String userId) implements ConversationSearch {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{6,}");
  }

  /// Part of a name or of an address.
  ///
  /// @param pattern for `ilike`, escaped
  /// @param otherPattern a second one, of which either is enough
  /// @param namesOnly whether the contact's name itself has to match: who may not see phone numbers
  ///   must not find out their digits either
  record ByText(String pattern, String otherPattern, boolean namesOnly)
      implements ConversationSearch {
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()./-]{3,}");

    private static ByText of(String text, Role role) {
      String wanted = escape(digitsOfPhone(text).orElse(text));
      boolean namesOnly = role == Role.VIEWER;
      return text.codePointCount(0, text.length()) < 3
          ? new ByText(wanted + "%", "% " + wanted + "%", namesOnly)
          : new ByText("%" + wanted + "%", "%" + wanted + "%", namesOnly);
    }

    /// Whether it may stand anywhere, not only where a word begins.
    boolean isFragment() {
      return pattern.equals(otherPattern);
    }

    private static Optional<String> digitsOfPhone(String text) {
      return Optional.of(text)
          .filter(typed -> PHONE.matcher(typed).matches())
          .map(typed -> typed.replaceAll("\\D", ""))
          .filter(digits -> digits.length() >= 3);
    }

    private static String escape(String text) {
      return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
  }

  /// Reads the search text; empty where nothing is searched for.
  ///
  /// @throws PortalException `VALIDATION_FAILED` for text that is too long or holds control
  ///   characters
  static Optional<ConversationSearch> parse(String typed, Role role) {
    String text = typed.strip();
    if (text.length() > MAX_LENGTH) {
      throw PortalException.invalid(
          "search", text.length() + " characters (expected: at most " + MAX_LENGTH + ")");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw PortalException.invalid("search", "holds control characters");
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ConversationKey.parse(text)
            .<ConversationSearch>map(ById::new)
            .orElseGet(() -> idOrText(text, role)));
  }

  private static ConversationSearch idOrText(String text, Role role) {
    if (ByWamid.SHAPE.matcher(text).matches()) {
      return new ByWamid(text);
    }
    return ByUserId.SHAPE.matcher(text).matches() ? new ByUserId(text) : ByText.of(text, role);
  }
}
