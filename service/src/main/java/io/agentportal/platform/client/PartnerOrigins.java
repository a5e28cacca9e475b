package io.agentportal.platform.client;

import java.net.URI;
import java.util.Collection;

/// The servers of one partner, as this deployment configures them. `PartnerHttp` calls no others,
/// so that an address out of a payload or a form never becomes a call of ours.
public interface PartnerOrigins {

  /// Base addresses; scheme, host and port count, the path does not.
  Collection<URI> origins();
}
