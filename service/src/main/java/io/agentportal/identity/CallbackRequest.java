package io.agentportal.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// What a browser brings back from Genesys, and the verifier it kept meanwhile.
record CallbackRequest(
    @NotNull(message = "is required")
        @Size(min = 1, max = 4_096, message = "expected: 1..4096 characters")
        String code,
    @NotNull(message = "is required")
        @Size(min = 1, max = 256, message = "expected: 1..256 characters")
        String state,
    @NotNull(message = "is required")
        @Pattern(
            regexp = "[A-Za-z0-9._~-]{43,128}",
            message = "expected: 43..128 characters of A-Z a-z 0-9 - . _ ~")
        String codeVerifier) {}
