package org.tocsin.series;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * What one run changed of some series.
 *
 * @param loudest the loudest class among the changes
 * @param days of the figures that changed, first to last; of history only where nothing else changed
 * @param previous the value that was replaced, where only one figure changed
 */
public record Touch(
        long run,
        Instant knownAt,
        String loudest,
        Period days,
        @Nullable BigDecimal previous) {
    /** The classes of change in SQL, the quietest first. */
    public static final String QUIETEST_FIRST = "array['backfill', 'held', 'moved', 'retracted', 'revised_down',"
            + " 'counter_reset', 'revised_up', 'new_period']";
}
