package io.agentportal.integration;

import java.time.Instant;

/// Something that somebody changed at a partner after it was deployed there. Holds no secret.
///
/// @param partner `genesys` or `meta`
/// @param what stable: `integration`, `status`, `url`, `secret`, `subscription`, `callback`
/// @param foundAt when it was seen first
public record Drift(String partner, String what, String expected, String found, Instant foundAt) {

  boolean isSameAs(Drift other) {
    return partner.equals(other.partner) && what.equals(other.what) && found.equals(other.found);
  }
}
