package io.agentportal.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that a partner has announced and that is to be fetched.
///
/// @param id chosen by the caller
/// @param fromCustomer at Meta, or else from an agent, at Genesys
/// @param source Meta's media id, or Genesys' address
/// @param phoneNumberId the business number of the conversation
/// @param kind `image`, `video`, `audio`, `document` or `sticker`, as the partner says
/// @param mime untrusted
/// @param sha256 in hex or base64
/// @param fileName untrusted
public record ExpectedFile(
    UUID id,
    UUID messageId,
    boolean fromCustomer,
    String source,
    String phoneNumberId,
    String kind,
    @Nullable String mime,
    @Nullable String sha256,
    @Nullable String fileName) {}
