package io.agentsandbox.meta;

import io.agentsandbox.platform.Ids;
import java.util.Map;
import java.util.regex.Pattern;

/// People on WhatsApp: everybody with a phone number has a business-scoped user id as well.
final class Subscribers {
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
  private static final Map<String, String> COUNTRIES =
      Map.of(
          "351", "PT", "34", "ES", "44", "GB", "49", "DE", "52", "MX", "55", "BR", "33", "FR", "39",
          "IT", "54", "AR", "1", "US");

  private Subscribers() {}

  static boolean isUserId(String text) {
    return USER_ID.matcher(text).matches();
  }

  /// The user id that belongs to a number, the same every time.
  static String userIdOf(String digits) {
    return country(digits) + "." + Ids.stableUuid("subscriber/" + digits).replace("-", "");
  }

  private static String country(String digits) {
    for (int length = 3; length > 0; length--) {
      String country = digits.length() > length ? COUNTRIES.get(digits.substring(0, length)) : null;
      if (country != null) {
        return country;
      }
    }
    return "US";
  }
}
