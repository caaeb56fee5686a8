package org.tocsin.series;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.SourceRecord;

/** What was believed about one record of one series: the numbers, without their provenance. */
public record Belief(
        Id id,
        Period period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Told told) {
    /** Which record of which series. */
    public record Id(long series, String record, String part) {}

    /**
     * How it was hedged and when it became known.
     *
     * @param revised whether an earlier belief about the same record was given up for it
     */
    public record Told(Qualifier qualifier, Instant knownFrom, boolean revised) {}

    /** Whether its source keeps only the newest value, so that every day's value is a part of its own. */
    boolean isOverwritten() {
        return id.part().contains("@");
    }

    /** Whether its source numbers the rounds in which it counts: the next round then replaces all of this one. */
    boolean isOfRound() {
        return id.part().startsWith(SourceRecord.ROUND);
    }

    /** The same statement, read as a flow over other days. */
    Belief as(Period days, @Nullable BigDecimal flow) {
        return new Belief(id, days, flow, null, null, told);
    }
}
