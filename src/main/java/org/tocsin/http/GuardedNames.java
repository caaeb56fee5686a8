package org.tocsin.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names at every connect and lets only those through that lead to nothing forbidden. The addresses it returns are the very ones
 * connected to, so a name cannot change its mind in between.
 */
record GuardedNames(DnsResolver names, AddressRule rule) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        for (InetAddress address : found) {
            if (!rule.allows(address)) {
                throw new RefusedAddressException(host + " leads to an address that must not be called");
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
