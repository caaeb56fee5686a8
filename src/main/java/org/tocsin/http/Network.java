package org.tocsin.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
record Network(InetAddress start, int prefix) {
    static Network of(String notation) {
        int slash = notation.indexOf('/');
        try {
            return new Network(
                    InetAddress.getByName(notation.substring(0, slash)),
                    Integer.parseInt(notation.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + notation + "' is no network", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = start.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - rest) & 0xff;
        return rest == 0 || (ours[whole] & mask) == (theirs[whole] & mask);
    }
}
