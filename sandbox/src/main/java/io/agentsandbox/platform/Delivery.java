package io.agentsandbox.platform;

/// One attempt to deliver a webhook. `status` is 0 and `error` says why when no answer came; `last`
/// marks the attempt after which the partner stops.
public record Delivery(
    long at,
    String partner,
    String world,
    String kind,
    String url,
    int attempt,
    int status,
    String error,
    long millis,
    boolean last) {}
