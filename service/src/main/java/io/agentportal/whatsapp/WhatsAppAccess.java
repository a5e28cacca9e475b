package io.agentportal.whatsapp;

import io.agentportal.platform.crypto.SecretText;

/// One business number and the token that may send from it.
///
/// @param phoneNumberId Meta's id of the number, not the number
public record WhatsAppAccess(String phoneNumberId, SecretText token) {}
