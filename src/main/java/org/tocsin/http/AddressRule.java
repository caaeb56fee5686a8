package org.tocsin.http;

import java.net.InetAddress;

/** Decides, after a name was resolved and before anything is connected, which addresses may be called. */
@FunctionalInterface
public interface AddressRule {
    /** Every address: for hosts that the operator named. */
    AddressRule ANY = address -> true;

    /** Only the public internet: for hosts that somebody else named. */
    AddressRule PUBLIC = PublicAddresses::isPublic;

    /** Asked for each address of a host, also for one written as a number; a single refusal refuses the host. */
    boolean allows(InetAddress address);
}
