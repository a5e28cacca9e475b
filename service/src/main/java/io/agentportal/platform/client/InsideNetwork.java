package io.agentportal.platform.client;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Addresses that are not of the public internet: this machine, private networks, link-local
/// (metadata services of clouds), and what is reserved.
///
/// Sources: the IANA special-purpose address registries for IPv4 and IPv6.
public final class InsideNetwork {
  private static final int[][] IPV4 = {
    {0, 8}, // 0.0.0.0/8
    {0x0a00_0000, 8},
    {0x6440_0000, 10}, // 100.64.0.0/10, carrier-grade NAT
    {0x7f00_0000, 8},
    {0xa9fe_0000, 16},
    {0xac10_0000, 12},
    {0xc000_0000, 24},
    {0xc000_0200, 24},
    {0xc058_6300, 24},
    {0xc0a8_0000, 16},
    {0xc612_0000, 15}, // 198.18.0.0/15, benchmarks
    {0xc633_6400, 24},
    {0xcb00_7100, 24},
    {0xe000_0000, 3} // multicast and reserved
  };

  private InsideNetwork() {}

  public static boolean contains(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> contains(bits(four.getAddress(), 0));
      case Inet6Address six -> contains(six);
      default -> true;
    };
  }

  private static boolean contains(int address) {
    return Arrays.stream(IPV4)
        .anyMatch(range -> (address ^ range[0]) >>> (Integer.SIZE - range[1]) == 0);
  }

  /// Of IPv6 only 2000::/3 is public, and not what carries an IPv4 address in it (6to4, Teredo) or
  /// is for documentation.
  private static boolean contains(Inet6Address address) {
    byte[] bytes = address.getAddress();
    int first = bits(bytes, 0);
    int prefix = first >>> 16;
    return (first >>> 29) != 1
        || prefix == 0x2002
        || first == 0x2001_0000
        || first == 0x2001_0db8
        || prefix == 0x3fff;
  }

  private static int bits(byte[] bytes, int from) {
    return (bytes[from] & 0xff) << 24
        | (bytes[from + 1] & 0xff) << 16
        | (bytes[from + 2] & 0xff) << 8
        | (bytes[from + 3] & 0xff);
  }
}
