package io.agentportal.bridge;

import io.agentportal.bridge.BridgeProperties.Retry;
import io.agentportal.bridge.LaneStore.Doubting;
import io.agentportal.conversations.DeliveryProgress;
import io.agentportal.conversations.MessageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// What an attempt means for its delivery, its lane and its message.
///
/// @param next what becomes of the delivery
/// @param progress what the message's history says; null if there is nothing to say
record Settlement(Delivery delivery, Next next, @Nullable DeliveryProgress progress) {
  private static final String NOBODY_KNOWS =
      "The message was handed over, but nobody could say whether it arrived. The portal has stopped"
          + " asking; it may or may not have been read.";

  /// What becomes of a delivery, and of the lane it heads.
  sealed interface Next {}

  /// It is over: the lane goes on.
  record Finished() implements Next {}

  /// It is over without success, kept for another try by hand: the lane goes on.
  record Dead(String code, String reason) implements Next {}

  /// The lane rests with it.
  ///
  /// @param attempts made, as far as they count
  /// @param doubt whether it may have arrived: then it stays named as on its way
  /// @param blocked whether an admin has to put something right first
  record Waiting(Instant dueAt, int attempts, Doubting doubt, boolean blocked) implements Next {}

  /// Judges an attempt.
  static Settlement of(Delivery delivery, Attempt attempt, Retry retry, Instant now) {
    int number = delivery.attempts() + 1;
    return switch (attempt) {
      case Attempt.Done(var link) ->
          new Settlement(delivery, new Finished(), done(delivery, link, number, now));
      case Attempt.Refused(var code, var reason) -> dead(delivery, code, reason, now);
      case Attempt.Blocked(var code, var reason, var inDoubt) ->
          isTooOld(delivery, retry, now)
              ? dead(delivery, code, reason, now)
              : waiting(
                  delivery,
                  new Waiting(
                      now.plus(retry.credentialsDelay()),
                      delivery.attempts(),
                      inDoubt ? Doubting.STILL : Doubting.NO,
                      true),
                  said(delivery, "retry", number, code, reason, now));
      case Attempt.Again again -> again(delivery, again, retry, now);
      case Attempt.NotYet(var delay) ->
          new Settlement(
              delivery,
              new Waiting(now.plus(delay), delivery.attempts(), Doubting.NO, false),
              null);
      case Attempt.Pending(var askAfter, var reason) ->
          isTooOld(delivery, retry, now)
              ? dead(delivery, "uncertain", NOBODY_KNOWS, now)
              : waiting(
                  delivery,
                  new Waiting(now.plus(askAfter), delivery.attempts(), Doubting.STILL, false),
                  said(delivery, "uncertain", number, "uncertain", reason, now));
      case Attempt.Unsure unsure -> unsure(delivery, unsure, retry, now);
    };
  }

  private static Settlement again(
      Delivery delivery, Attempt.Again attempt, Retry retry, Instant now) {
    int number = delivery.attempts() + 1;
    int counted = attempt.wholeQueue() ? delivery.attempts() : number;
    if (counted >= retry.maxAttempts() || isTooOld(delivery, retry, now)) {
      return dead(delivery, attempt.code(), attempt.reason(), now);
    }
    Duration rest = attempt.delay().isZero() ? backoff(counted, retry) : attempt.delay();
    return waiting(
        delivery,
        new Waiting(now.plus(rest), counted, Doubting.NO, false),
        said(delivery, "retry", number, attempt.code(), attempt.reason(), now));
  }

  /// Of a delivery that was taken up but not tried: the lane is free for somebody else, from then
  /// on.
  static Settlement untried(Delivery delivery, boolean inDoubt, Instant dueAt) {
    Doubting doubt = inDoubt ? Doubting.STILL : Doubting.NO;
    return waiting(delivery, new Waiting(dueAt, delivery.attempts(), doubt, false), null);
  }

  private static Settlement unsure(
      Delivery delivery, Attempt.Unsure attempt, Retry retry, Instant now) {
    int number = delivery.attempts() + 1;
    if (number >= retry.maxAttempts() || isTooOld(delivery, retry, now)) {
      return dead(delivery, "uncertain", NOBODY_KNOWS, now);
    }
    Duration backoff = backoff(number, retry);
    Duration rest = backoff.compareTo(attempt.checkAfter()) < 0 ? attempt.checkAfter() : backoff;
    return waiting(
        delivery,
        new Waiting(now.plus(rest), number, Doubting.ANEW, false),
        said(delivery, "uncertain", number, "uncertain", attempt.reason(), now));
  }

  /// Doubles with each attempt; spread by a fifth each way, so that lanes do not march in step.
  static Duration backoff(int attempts, Retry retry) {
    long first = retry.firstDelay().toMillis();
    long capped = Math.min(retry.maxDelay().toMillis(), first << Math.clamp(attempts - 1L, 0, 20));
    return Duration.ofMillis(Math.round(capped * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
  }

  private static boolean isTooOld(Delivery delivery, Retry retry, Instant now) {
    return delivery.createdAt().plus(retry.giveUpAfter()).isBefore(now);
  }

  private static Settlement dead(Delivery delivery, String code, String reason, Instant now) {
    return new Settlement(delivery, new Dead(code, reason), failed(delivery, code, reason, now));
  }

  private static Settlement waiting(
      Delivery delivery, Waiting next, @Nullable DeliveryProgress said) {
    return new Settlement(delivery, next, said);
  }

  private static @Nullable DeliveryProgress done(
      Delivery delivery, DeliveryProgress.@Nullable Link link, int attempt, Instant now) {
    MessageStatus status =
        switch (delivery.payload()) {
          case Payload.CustomerText _ -> MessageStatus.DELIVERED;
          case Payload.AgentText _ -> MessageStatus.ACCEPTED;
          case Payload.Receipt _ -> null;
        };
    if (status == null) {
      return null;
    }
    return new DeliveryProgress(
        delivery.tenantId(),
        delivery.messageId(),
        status,
        now,
        status.wireName(),
        attempt,
        null,
        null,
        link);
  }

  private static @Nullable DeliveryProgress failed(
      Delivery delivery, String code, String reason, Instant now) {
    if (delivery.payload() instanceof Payload.Receipt) {
      return null; // The message itself is fine; the receipt rests among the dead.
    }
    return new DeliveryProgress(
        delivery.tenantId(),
        delivery.messageId(),
        MessageStatus.FAILED,
        now,
        MessageStatus.FAILED.wireName(),
        delivery.attempts() + 1,
        code,
        reason,
        null);
  }

  private static @Nullable DeliveryProgress said(
      Delivery delivery, String step, int attempt, String code, String reason, Instant now) {
    if (delivery.payload() instanceof Payload.Receipt) {
      return null;
    }
    return new DeliveryProgress(
        delivery.tenantId(),
        delivery.messageId(),
        null,
        now,
        step,
        attempt,
        code,
        reason + " (" + code + ")",
        null);
  }
}
