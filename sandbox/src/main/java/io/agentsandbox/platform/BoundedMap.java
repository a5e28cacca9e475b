package io.agentsandbox.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A concurrent map that keeps what was used lately: when the young generation is full it becomes
/// the old one, and the former old one is dropped. Holds between one and two times its capacity.
public final class BoundedMap<K, V> {
  private final int capacity;
  private volatile ConcurrentHashMap<K, V> young = new ConcurrentHashMap<>();
  private volatile ConcurrentHashMap<K, V> old = new ConcurrentHashMap<>();

  public BoundedMap(int capacity) {
    this.capacity = capacity;
  }

  public @Nullable V get(K key) {
    V value = young.get(key);
    if (value != null) {
      return value;
    }
    value = old.get(key);
    if (value == null) {
      return null;
    }
    V raced = young.putIfAbsent(key, value);
    return raced == null ? value : raced;
  }

  public void put(K key, V value) {
    makeRoom();
    young.put(key, value);
  }

  /// Keeps the first value of a key. Answers what was there before, if anything.
  public @Nullable V putIfAbsent(K key, V value) {
    V present = get(key);
    if (present != null) {
      return present;
    }
    makeRoom();
    return young.putIfAbsent(key, value);
  }

  public V computeIfAbsent(K key, Function<K, V> create) {
    V present = get(key);
    if (present != null) {
      return present;
    }
    makeRoom();
    return young.computeIfAbsent(key, create);
  }

  public @Nullable V remove(K key) {
    V fromOld = old.remove(key);
    V fromYoung = young.remove(key);
    return fromYoung == null ? fromOld : fromYoung;
  }

  /// Every value, those used lately first; no order beyond that.
  public List<V> values() {
    List<V> values = new ArrayList<>(young.values());
    old.forEach((key, value) -> {
      if (!young.containsKey(key)) {
        values.add(value);
      }
    });
    return values;
  }

  public void clear() {
    young.clear();
    old.clear();
  }

  private void makeRoom() {
    if (young.mappingCount() < capacity) {
      return;
    }
    synchronized (this) {
      if (young.mappingCount() >= capacity) {
        old = young;
        young = new ConcurrentHashMap<>();
      }
    }
  }
}
