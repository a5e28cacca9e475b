package io.agentportal.conversations.export;

/// One column of an export: what its header says, and the expression that fills it.
///
/// @param sql never from a user
public record CsvColumn(String header, String sql) {

  /// A value of our own making.
  public static CsvColumn plain(String header, String sql) {
    return new CsvColumn(header, sql);
  }

  /// ISO 8601 in UTC with milliseconds.
  public static CsvColumn instant(String header, String sql) {
    return new CsvColumn(
        header,
        "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')".formatted(sql));
  }

  /// A value that somebody else chose. A spreadsheet takes a cell that begins with one of six
  /// characters for a formula (OWASP, "CSV injection"); a line feed is as good as a carriage
  /// return.
  public static CsvColumn text(String header, String sql) {
    return new CsvColumn(
        header,
        "case when ascii(%1$s) in (9, 10, 13, 43, 45, 61, 64) then '''' || %1$s else %1$s end"
            .formatted(sql));
  }

  /// A value that may be a phone number.
  ///
  /// @param masked whether only its last digits may be shown, as `PhonePrivacy` shows them in lists
  public static CsvColumn phone(String header, String sql, boolean masked) {
    return text(header, masked ? lastDigits(sql) : sql);
  }

  private static String lastDigits(String sql) {
    return """
    (case when %1$s ~ '^\\+?[0-9 ()./-]{6,}$'
              then regexp_replace(%1$s, '[0-9](?=([^0-9]*[0-9]){4})', '•', 'g')
              else %1$s end)\
    """
        .formatted(sql);
  }
}
