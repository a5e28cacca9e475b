package io.agentportal.genesys;

import org.jspecify.annotations.Nullable;

/// A customer as an Open Messaging integration knows them. The integration and `id` together are
/// the key of the conversation: another spelling of the same number starts another one.
///
/// @param id E.164 with leading `+` for `PHONE`; as the channel gave it for `OPAQUE`
/// @param nickname the name agents see
public record OpenContact(String id, IdType idType, @Nullable String nickname) {

  /// What kind of address `id` is.
  public enum IdType {
    PHONE("Phone"),
    OPAQUE("Opaque"),
    EMAIL("Email");

    private final String wireName;

    IdType(String wireName) {
      this.wireName = wireName;
    }

    /// The canonical spelling of the API.
    public String wireName() {
      return wireName;
    }
  }

  /// @param digits country code and number, with or without leading `+`
  public static OpenContact phone(String digits, @Nullable String nickname) {
    String id = digits.startsWith("+") ? digits : "+" + digits;
    return new OpenContact(id, IdType.PHONE, nickname);
  }

  public static OpenContact opaque(String id, @Nullable String nickname) {
    return new OpenContact(id, IdType.OPAQUE, nickname);
  }
}
