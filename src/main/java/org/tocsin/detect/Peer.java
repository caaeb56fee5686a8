package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;

/**
 * Another appeal, and its coverage as a ratio: of one that runs on the same day and is of the same type, of its requirement; of an
 * earlier year, of what it received in the end.
 */
public record Peer(String appeal, BigDecimal coverage) {
    public Peer {
        coverage = Numbers.plainOf(coverage);
    }

    /** Of at least one. */
    static BigDecimal median(List<Peer> peers) {
        List<BigDecimal> sorted = peers.stream().map(Peer::coverage).sorted().toList();
        BigDecimal upper = sorted.get(sorted.size() / 2);
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return lower.add(upper).divide(Numbers.of(2));
    }
}
