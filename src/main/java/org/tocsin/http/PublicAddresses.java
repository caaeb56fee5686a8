package org.tocsin.http;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses on the public internet only, so that nobody can point us at what lies behind our own firewall. The ranges are those of
 * the IANA registries of special-purpose addresses; every IPv6 range that can carry an IPv4 address is refused as a whole.
 */
final class PublicAddresses {
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    // the platform address of Azure machines, though it looks public
                    "168.63.129.16/32",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        boolean ipv6 = address.getAddress().length == 16;
        return (!ipv6 || GLOBAL_IPV6.contains(address))
                && SPECIAL.stream().noneMatch(network -> network.contains(address));
    }
}
