package com.movierecap.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which places of the network a tenant can make us ask. Anybody may write a URL, and their DNS may
 * say anything, so what counts is the address itself: the public Internet by HTTPS, and nothing of
 * our own network.
 */
@ApplicationScoped
public class PublicAddresses {
  /** What IANA's special-purpose registries for IPv4 and IPv6 keep from the public Internet. */
  private static final List<IPAddress> NOT_PUBLIC =
      List.of(
          network("0.0.0.0/8"),
          network("10.0.0.0/8"),
          network("100.64.0.0/10"),
          network("127.0.0.0/8"),
          network("169.254.0.0/16"),
          network("172.16.0.0/12"),
          network("192.0.0.0/24"),
          network("192.0.2.0/24"),
          network("192.88.99.0/24"),
          network("192.168.0.0/16"),
          network("198.18.0.0/15"),
          network("198.51.100.0/24"),
          network("203.0.113.0/24"),
          network("224.0.0.0/3"),
          // Teredo, documentation and 6to4 lie within what else is public in IPv6
          network("2001::/23"),
          network("2001:db8::/32"),
          network("2002::/16"));

  private static final IPAddress PUBLIC_IPV6 = network("2000::/3");

  private final boolean loopback;

  /**
   * @param loopback whether this machine itself may be asked, without TLS too: for tests and
   *     development
   */
  @Inject
  PublicAddresses(@ConfigProperty(name = "identity.sso.loopback") boolean loopback) {
    this.loopback = loopback;
  }

  /** For the container's proxy. */
  protected PublicAddresses() {
    this(false);
  }

  /** As far as can be told without asking DNS. */
  public boolean mayBeAsked(URI uri) {
    var host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null) {
      return false;
    }
    var literal = new IPAddressString(host.replaceAll("^\\[|]$", "")).getAddress();
    if (literal != null && !mayBeAsked(literal.toInetAddress())) {
      return false;
    }
    var here = literal != null && literal.isLoopback() || host.equals("localhost");
    return "https".equals(uri.getScheme()) || loopback && here && "http".equals(uri.getScheme());
  }

  /** Whether that place may be talked to. */
  boolean mayBeAsked(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return loopback;
    }
    var parsed = new IPAddressString(address.getHostAddress()).getAddress();
    return parsed != null
        && (parsed.isIPv4() || PUBLIC_IPV6.contains(parsed.withoutPrefixLength()))
        && NOT_PUBLIC.stream()
            .filter(each -> each.getIPVersion() == parsed.getIPVersion())
            .noneMatch(each -> each.contains(parsed));
  }

  /**
   * Asks DNS too. Its answer can be another when the connection is made: {@link GuardedSockets}
   * looks again.
   *
   * @throws IOException where the name is unknown, or any of its addresses is not public
   */
  void check(URI uri) throws IOException {
    if (!mayBeAsked(uri)) {
      throw new IOException("not a place to ask: " + uri);
    }
    for (var address : InetAddress.getAllByName(uri.getHost())) {
      if (!mayBeAsked(address)) {
        throw new IOException("not a public address: " + uri.getHost());
      }
    }
  }

  private static IPAddress network(String text) {
    return new IPAddressString(text).getAddress();
  }
}
