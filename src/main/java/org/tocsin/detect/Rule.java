package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/**
 * What is watched, how it is judged, and when somebody is told.
 *
 * @param atAge so many days after its end a window is worth comparing, and with earlier ones as they were known when they were as old
 *     as it is; null: windows are compared as they stand, fresh ones with revised ones
 */
public record Rule(
        String id,
        String title,
        Watch watch,
        Detector detector,
        Firing firing,
        @Nullable Integer atAge) {
    static final String ID = "[a-z][a-z0-9-]{1,59}";

    /** A rule that compares windows as they stand. */
    public Rule(String id, String title, Watch watch, Detector detector, Firing firing) {
        this(id, title, watch, detector, firing, null);
    }

    /**
     * What a rule looks at, and in which windows.
     *
     * @param population null: each population apart
     * @param cause figures of this cause or a method or hazard inside it, each cause apart
     * @param sources the sources whose lines are judged; empty: every source
     * @param where in which crises and countries
     */
    public record Watch(
            Metric metric,
            @Nullable Population population,
            Cause cause,
            Interval interval,
            List<SourceId> sources,
            Where where) {
        public Watch {
            sources = List.copyOf(sources);
        }

        /** The same, looked for elsewhere. */
        public Watch in(Where other) {
            return new Watch(metric, population, cause, interval, sources, other);
        }
    }

    /**
     * When a finding is told.
     *
     * @param floor below this value, in the unit of the metric, nothing fires
     * @param coolDownDays for how long the same level is not told again
     * @param maxAgeDays how old, since the end of its window, a value may be to be told at once
     */
    public record Firing(@Nullable BigDecimal floor, int coolDownDays, int maxAgeDays) {
        /** The design's: the same level again after 30 days, nothing older than 90 days. */
        public static final int COOL_DOWN_DAYS = 30;

        public static final int MAX_AGE_DAYS = 90;

        public Firing {
            floor = Numbers.plain(floor);
        }
    }

    public Rule {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("rule id '" + id + "' is not lower case letters, digits and dashes");
        }
    }

    /**
     * The detector's judgement, unless a reason why it is not told comes first: nothing known of the judged window, only figures
     * longer than it, backfill, held, claimed only, late, below the floor, history revised, an incomplete window of a downward
     * rule. Needs nothing but the evidence, so that it can be repeated.
     */
    public Judgement judge(Evidence evidence) {
        return new Gates(this, evidence).pass(detector.judge(evidence));
    }
}
