package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Line;

/**
 * Says on which days a stock can hold at all. What a plan or an analysis counts holds for the period it states, from the first to the last
 * day; where it states only a day, until its plan ends, if it belongs to one. Every other stock holds from its as-of day on.
 *
 * @param bounded whether the line is of such figures
 * @param planEnd the last day of the plan it belongs to; null if it belongs to none, or none is known
 */
record Validity(boolean bounded, @Nullable LocalDate planEnd) {
    /**
     * The end of a plan as it was known for a while.
     *
     * @param knownTo null while it still is
     */
    record PlanEnd(
            LocalDate day, Instant knownFrom, @Nullable Instant knownTo) {}

    /** What is known of a line at a moment; null: now. */
    static Validity of(Line line, List<PlanEnd> ends, @Nullable Instant asOf) {
        LocalDate end = ends.stream()
                .filter(known -> asOf == null
                        ? known.knownTo() == null
                        : !known.knownFrom().isAfter(asOf)
                                && (known.knownTo() == null || known.knownTo().isAfter(asOf)))
                .map(PlanEnd::day)
                .findFirst()
                .orElse(null);
        return new Validity(line.measure().metric().holdsForPeriod(), end);
    }

    /** Whether the line has figures that end with their plan. */
    static boolean endsWithPlan(Line line) {
        return line.appeal() != null && line.measure().metric().holdsForPeriod();
    }

    /** The first day on which a statement can hold. */
    LocalDate from(Belief statement) {
        return isStated(statement)
                ? statement.period().start()
                : statement.period().end();
    }

    boolean hasEnded(Belief statement, LocalDate day) {
        return isStated(statement)
                ? day.isAfter(statement.period().end())
                : bounded && planEnd != null && day.isAfter(planEnd);
    }

    /** Whether a statement says itself until when it holds. */
    boolean isStated(Belief statement) {
        return bounded && statement.period().days() > 1;
    }
}
