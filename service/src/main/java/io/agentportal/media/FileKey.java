package io.agentportal.media;

import io.agentportal.platform.tenancy.TenantId;
import java.util.UUID;

/// A file of one tenant.
record FileKey(TenantId tenantId, UUID id) {}
