package io.agentsandbox.platform;

/// Answers one kind of call. May throw `Refusal` and `MalformedJson`.
@FunctionalInterface
public interface Endpoint {
  Reply answer(Call call) throws InterruptedException;
}
