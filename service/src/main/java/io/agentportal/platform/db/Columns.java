package io.agentportal.platform.db;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns rows into columns: the arrays that a set-based statement takes apart again with
/// `unnest(cast(:ids as uuid[]), cast(:names as text[]))`.
///
/// All values travel as text, which PostgreSQL casts to any type: UUIDs, numbers, booleans and
/// instants (ISO 8601) included. The character NUL, which JSON allows and PostgreSQL does not,
/// becomes the replacement character.
public final class Columns {
  private Columns() {}

  /// One column, in the order of the rows; null stays null.
  public static <T> @Nullable String[] of(
      Collection<? extends T> rows, Function<T, ? extends @Nullable Object> value) {
    @Nullable String[] column = new String[rows.size()];
    int index = 0;
    for (T row : rows) {
      Object cell = value.apply(row);
      column[index++] = cell == null ? null : cell.toString().replace('\u0000', '\uFFFD');
    }
    return column;
  }
}
