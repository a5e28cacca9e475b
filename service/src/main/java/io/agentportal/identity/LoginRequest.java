package io.agentportal.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How a browser starts a login.
///
/// @param codeChallenge base64url of the SHA-256 of the verifier, without padding
/// @param redirectUri where Genesys sends the browser back to
/// @param region null: the deployment's default
/// @param returnTo a path of the console to go to afterwards; null: the start page
record LoginRequest(
    @NotNull(message = "is required")
        @Pattern(
            regexp = "[A-Za-z0-9_-]{43}",
            message = "expected: 43 characters, base64url of a SHA-256")
        String codeChallenge,
    @NotNull(message = "is required") @Size(max = 500) String redirectUri,
    @Nullable @Size(max = 64) String region,
    @Nullable String returnTo) {}
