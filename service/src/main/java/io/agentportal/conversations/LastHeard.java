package io.agentportal.conversations;

/// The newest message of a customer.
///
/// @param phoneNumberId the business number it was sent to
/// @param wamid WhatsApp's id of it
public record LastHeard(String phoneNumberId, String wamid) {}
