package io.agentsandbox.genesys;

/// A customer's file that Genesys fetched from the address in a message.
///
/// @param messageId Genesys' id of the message
/// @param status HTTP status; 0 without an answer
/// @param mime as the answer said
/// @param sha256 hex, of what came
/// @param problem empty if it could be shown to an agent
public record FetchedFile(
    long at,
    String messageId,
    String url,
    int status,
    String mime,
    long bytes,
    String sha256,
    String problem) {}
