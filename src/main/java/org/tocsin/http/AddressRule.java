package org.tocsin.http;

import java.net.InetAddress;

/** Decides, after a name was resolved and before anything is connected, which addresses may be called. */
@FunctionalInterface
public interface AddressRule {
    /** Every address: for hosts that the operator named. */
    AddressRule ANY = address -> true;

    /** Asked for each address of a host, also for one written as a number; a single refusal refuses the host. */
    boolean allows(InetAddress address);
}
