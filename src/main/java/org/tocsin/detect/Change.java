package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * What brought the subject up: the loudest class of change since it was last judged, the value it replaced, and its days.
 *
 * @param kind one of {@code new_period revised_up revised_down retracted counter_reset moved duplicate held backfill}, or
 *     {@code sweep} when only time has passed
 * @param days the days of the figures that changed, first to last; empty when only time has passed or they are not known
 * @param before the points of the evidence as they stood before the change, the judged one last; only where something was found and
 *     they decide whether it is news
 */
public record Change(
        String kind,
        @Nullable BigDecimal previous,
        @Nullable Period days,
        @Nullable List<Point> before) {
    public static final String BACKFILL = "backfill";
    public static final String HELD = "held";
    public static final String SWEEP = "sweep";

    private static final Set<String> DOWNWARD = Set.of("revised_down", "retracted", "moved");

    public Change {
        previous = Numbers.plain(previous);
        before = before == null ? null : List.copyOf(before);
    }

    public Change(String kind, @Nullable BigDecimal previous, @Nullable Period days) {
        this(kind, previous, days, null);
    }

    public Change(String kind, @Nullable BigDecimal previous) {
        this(kind, previous, null);
    }

    /** The same change, with how the points stood before it. */
    public Change since(List<Point> former) {
        return new Change(kind, previous, days, former);
    }

    /** Whether it can only have taken figures away. */
    public boolean onlyLowers() {
        return DOWNWARD.contains(kind);
    }

    /** Whether it can only have taken figures away, all of them from before {@code judged}. */
    public boolean onlyLowersBefore(Period judged) {
        return days != null && onlyLowers() && days.end().isBefore(judged.start());
    }
}
