package org.tocsin.extract;

import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;

/**
 * What is counted.
 *
 * @param population absent for people of whom nothing else is said, and for money
 * @param kind whether it is one event's, a running total's or a moment's number
 * @param change present exactly for {@link ToldMetric#CHANGE_PCT}
 */
public record What(
        ToldMetric metric,
        @Nullable ToldPopulation population,
        Kind kind,
        @Nullable Change change) {
    public What {
        if ((metric == ToldMetric.CHANGE_PCT) != (change != null)) {
            throw new IllegalArgumentException(
                    "a change is told by " + ToldMetric.CHANGE_PCT + " alone, not " + metric);
        }
    }
}
