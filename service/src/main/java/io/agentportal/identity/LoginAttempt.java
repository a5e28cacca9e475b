package io.agentportal.identity;

import java.time.Instant;

/// A login that was started and not yet finished.
///
/// @param returnTo a path of the console
record LoginAttempt(
    String codeChallenge, String redirectUri, String region, String returnTo, Instant expiresAt) {}
