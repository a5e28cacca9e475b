package io.agentportal.integration.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host's name.
@FunctionalInterface
public interface NameResolver {
  /// As every program on this machine does.
  NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> resolve(String host) throws UnknownHostException;
}
