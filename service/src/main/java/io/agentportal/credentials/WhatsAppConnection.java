package io.agentportal.credentials;

import io.agentportal.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// A tenant's number at WhatsApp.
///
/// @param wabaId the WhatsApp business account that the number belongs to
/// @param phoneNumberId Meta's id of the number, digits only; not the number itself
/// @param displayPhoneNumber as Meta shows it, for example `+1 555-010-0201`
/// @param appId of the Meta app that receives the webhooks; null if unknown
public record WhatsAppConnection(
    TenantId tenantId,
    String wabaId,
    String phoneNumberId,
    String displayPhoneNumber,
    @Nullable String appId) {}
