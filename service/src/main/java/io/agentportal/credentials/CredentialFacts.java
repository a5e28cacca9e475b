package io.agentportal.credentials;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be shown about a stored secret.
///
/// @param lastUpdated when the current version was stored
/// @param expiresAt null if it never expires, or if nobody knows
/// @param maskedValue eight dots and at most the last four characters
/// @param warnings what the partner said about it, sentences for admins
public record CredentialFacts(
    Instant lastUpdated,
    @Nullable Instant expiresAt,
    boolean neverExpires,
    String maskedValue,
    List<String> warnings) {}
