package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * One window of the evidence.
 *
 * @param value empty when unknown, which is never zero
 * @param complete whether the window lies inside what the source has covered, past its usual lag
 * @param knownFrom when the newest figure in it became known; empty for an unknown or silent window
 */
public record Point(
        Period period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean complete,
        @Nullable Instant knownFrom) {
    public Point {
        value = Numbers.plain(value);
        low = Numbers.plain(low);
        high = Numbers.plain(high);
    }
}
