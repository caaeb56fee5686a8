package org.tocsin.notify;

import java.util.List;

/**
 * What one look into the outbox gave.
 *
 * @param claims to be sent, in the order they were added
 * @param unreadable given up on the spot, with the reason, so that the others go
 */
record Haul(List<Claim> claims, List<Unreadable> unreadable) {
    Haul {
        claims = List.copyOf(claims);
        unreadable = List.copyOf(unreadable);
    }

    static Haul of(List<Claimed> rows) {
        return new Haul(only(Claim.class, rows), only(Unreadable.class, rows));
    }

    private static <T extends Claimed> List<T> only(Class<T> kind, List<Claimed> rows) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
