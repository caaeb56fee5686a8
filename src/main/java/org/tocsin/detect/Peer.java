package org.tocsin.detect;

import java.math.BigDecimal;

/** Another appeal running on the same day, of the same type, and its coverage as a ratio. */
public record Peer(String appeal, BigDecimal coverage) {
    public Peer {
        coverage = Numbers.plainOf(coverage);
    }
}
