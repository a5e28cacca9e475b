package io.agentportal.webhooks;

import io.agentportal.platform.tenancy.TenantId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calls that are stored in one row: of one commit, alike in everything but their bodies.
///
/// @param calls 1..[#MAX_CALLS]
record WebhookParcel(List<NewWebhook> calls) {
  /// The sequence of ids steps by so many: a row's id is that of its first call, the next calls
  /// have the numbers after it.
  static final int MAX_CALLS = 1_024;

  WebhookParcel {
    if (calls.isEmpty() || calls.size() > MAX_CALLS) {
      throw new IllegalArgumentException(
          "calls of a parcel: %d (expected: 1..%d)".formatted(calls.size(), MAX_CALLS));
    }
  }

  /// What calls of a parcel have in common.
  private record Likeness(
      @Nullable TenantId tenantId,
      int shard,
      WebhookSource source,
      String signedWith,
      @Nullable String contentType,
      @Nullable String userAgent) {

    static Likeness of(NewWebhook call) {
      return new Likeness(
          call.tenantId(),
          call.shard(),
          call.source(),
          call.signedWith(),
          call.contentType(),
          call.userAgent());
    }
  }

  /// Keeps the order of the calls within each parcel.
  static List<WebhookParcel> of(Collection<NewWebhook> calls) {
    Map<Likeness, List<NewWebhook>> alike = new LinkedHashMap<>();
    for (NewWebhook call : calls) {
      alike.computeIfAbsent(Likeness.of(call), _ -> new ArrayList<>()).add(call);
    }
    return alike.values().stream().map(WebhookParcel::new).toList();
  }

  NewWebhook first() {
    return calls.getFirst();
  }

  /// All bodies, one after the other.
  byte[] body() {
    if (calls.size() == 1) {
      return first().body();
    }
    int size = 0;
    for (NewWebhook call : calls) {
      size += call.body().length;
    }
    var joined = new ByteArrayOutputStream(size);
    for (NewWebhook call : calls) {
      joined.writeBytes(call.body());
    }
    return joined.toByteArray();
  }

  /// How many bytes of them belong to each call, as PostgreSQL writes an array; null: all of them
  /// to the only one.
  @Nullable String lengths() {
    return calls.size() == 1
        ? null
        : calls.stream()
            .map(call -> Integer.toString(call.body().length))
            .collect(Collectors.joining(",", "{", "}"));
  }

  /// Takes the bodies of a row apart again.
  ///
  /// @param lengths null: a single one
  static List<byte[]> bodies(byte[] joined, Integer @Nullable [] lengths) {
    if (lengths == null) {
      return List.of(joined);
    }
    List<byte[]> bodies = new ArrayList<>(lengths.length);
    int from = 0;
    for (int length : lengths) {
      bodies.add(Arrays.copyOfRange(joined, from, from + length));
      from += length;
    }
    return bodies;
  }
}
