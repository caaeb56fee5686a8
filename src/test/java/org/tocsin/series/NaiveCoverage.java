package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import org.tocsin.figure.Period;

/** Which days of Sudan a source had covered at a moment, day by day and answer by answer. */
final class NaiveCoverage {
    private static final LocalDate NEVER = LocalDate.of(2027, 1, 1);

    private final World world;
    private final boolean silenceIsZero;
    private final Instant moment;
    private final LocalDate first;

    NaiveCoverage(World world, boolean silenceIsZero, Instant moment) {
        this.world = world;
        this.silenceIsZero = silenceIsZero;
        this.moment = moment;
        LocalDate day = LocalDate.of(2023, 1, 1);
        while (!isCovered(day) && day.isBefore(NEVER)) {
            day = day.plusDays(1);
        }
        this.first = day;
    }

    boolean isWhole(Period window) {
        return window.start().datesUntil(window.end().plusDays(1)).allMatch(this::isCovered);
    }

    /** Whether all days since the source first said what it covers are covered. */
    boolean isWholeSince(Period window) {
        return window.start()
                .datesUntil(window.end().plusDays(1))
                .allMatch(day -> day.isBefore(first) || isCovered(day));
    }

    /** Whether a step brought a whole answer to something. */
    boolean isAnswered(int step) {
        return !World.TIMES.get(step).isAfter(moment)
                && world.extents().get(step).stream().anyMatch(extent -> extent.ofTheSilentSource() == silenceIsZero);
    }

    private boolean isCovered(LocalDate day) {
        for (int i = 0; i < World.TIMES.size(); i++) {
            LocalDate answered = World.day(World.TIMES.get(i));
            if (World.TIMES.get(i).isAfter(moment) || day.isAfter(answered)) {
                continue;
            }
            for (World.Extent extent : world.extents().get(i)) {
                if (extent.ofTheSilentSource() == silenceIsZero
                        && !"ETH".equals(extent.country())
                        && Naive.holds(extent.span(), day)) {
                    return true;
                }
            }
        }
        return false;
    }
}
