package io.agentportal.identity;

import io.agentportal.platform.tenancy.Caller;
import java.util.Optional;

/// Knows the programs that call with `Authorization: Bearer`.
public interface MachineCallers {

  /// A program that calls.
  ///
  /// @param mayCall whether its scopes cover this request
  record Machine(Caller caller, boolean mayCall) {}

  /// Empty for a token that does not exist, was revoked or has ended.
  ///
  /// @param bearer what follows `Bearer `
  /// @param path of the request, without the query
  Optional<Machine> find(String bearer, String method, String path);
}
