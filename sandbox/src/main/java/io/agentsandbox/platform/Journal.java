package io.agentsandbox.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/// The newest records of one kind in the order of their arrival, numbered from 1. It forgets the
/// oldest beyond its capacity and never blocks a writer.
public final class Journal<T> {
  /// A record with its number.
  public record Entry<T>(long seq, T value) {}

  private final AtomicReferenceArray<Entry<T>> slots;
  private final AtomicLong last = new AtomicLong();

  public Journal(int capacity) {
    this.slots = new AtomicReferenceArray<>(capacity);
  }

  /// Adds a record and answers its number.
  public long add(T value) {
    long seq = last.incrementAndGet();
    slots.set(slot(seq), new Entry<>(seq, value));
    return seq;
  }

  /// How many records were ever added.
  public long total() {
    return last.get();
  }

  /// The oldest records after a number that match, at most `limit`, in order.
  public List<Entry<T>> after(long seq, int limit, Predicate<T> wanted) {
    long newest = last.get();
    List<Entry<T>> found = new ArrayList<>();
    for (long next = Math.max(seq, newest - slots.length()) + 1; next <= newest; next++) {
      if (found.size() == limit) {
        break;
      }
      collect(next, wanted, found);
    }
    return found;
  }

  /// The newest records that match, at most `limit`, in order.
  public List<Entry<T>> newest(int limit, Predicate<T> wanted) {
    long newest = last.get();
    long oldest = Math.max(0, newest - slots.length());
    List<Entry<T>> found = new ArrayList<>();
    for (long next = newest; next > oldest && found.size() < limit; next--) {
      collect(next, wanted, found);
    }
    return found.reversed();
  }

  /// Forgets everything and numbers from 1 again.
  public void clear() {
    for (int slot = 0; slot < slots.length(); slot++) {
      slots.set(slot, null);
    }
    last.set(0);
  }

  private void collect(long seq, Predicate<T> wanted, List<Entry<T>> found) {
    Entry<T> entry = slots.get(slot(seq));
    if (entry != null && entry.seq() == seq && wanted.test(entry.value())) {
      found.add(entry);
    }
  }

  private int slot(long seq) {
    return (int) (seq % slots.length());
  }
}
