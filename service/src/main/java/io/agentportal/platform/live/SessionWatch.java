package io.agentportal.platform.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/// Tells a long-lived request whether the session it came with still holds. Implemented by the
/// module that keeps the sessions.
public interface SessionWatch {

  /// Asked now and then while a stream is open; must not prolong the session.
  BooleanSupplier watch(HttpServletRequest request);
}
