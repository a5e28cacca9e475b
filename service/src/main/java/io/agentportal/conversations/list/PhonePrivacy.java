package io.agentportal.conversations.list;

import io.agentportal.platform.tenancy.Role;
import java.util.regex.Pattern;

/// Decides how phone numbers are shown: whole to an admin, the last four digits to a viewer. Names
/// stay as they are, unless the name is a phone number itself.
public enum PhonePrivacy {
  OPEN,
  MASKED;

  private static final Pattern NUMBER = Pattern.compile("\\+?[\\d ()./-]{6,}");
  private static final int SHOWN_DIGITS = 4;

  public static PhonePrivacy of(Role role) {
    return switch (role) {
      case ADMIN -> OPEN;
      case VIEWER -> MASKED;
    };
  }

  /// The text as it may be shown; text that is not a phone number stays as it is.
  public String show(String text) {
    return this == MASKED && NUMBER.matcher(text).matches() ? mask(text) : text;
  }

  private static String mask(String number) {
    StringBuilder masked = new StringBuilder(number);
    int digitsKept = 0;
    for (int i = masked.length() - 1; i >= 0; i--) {
      if (Character.isDigit(masked.charAt(i)) && ++digitsKept > SHOWN_DIGITS) {
        masked.setCharAt(i, '•');
      }
    }
    return masked.toString();
  }
}
