package org.tocsin.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;

/**
 * A change a report tells in percent, without the numbers behind it: shown beside a comparison, never a point of a series.
 *
 * @param provenance the words it was read from; null where only the fact was handed over
 */
public record ChangeStatement(
        String id,
        Subject subject,
        Change change,
        Saying saying,
        @Nullable Provenance provenance) {
    /** So much of a span may be missing at either end, and it is still about the same; at least a week. */
    private static final int SHARE_OF_SPAN = 4;

    private static final int WEEK = 7;

    /** The days the change came about: from the start of the later span to when it was said. */
    public Period span() {
        return new Period(change.since(), latest(saying.published(), change.since()));
    }

    /** Whether a span is about the same days: it starts and ends within a week or a quarter of its length of these. */
    public boolean isAbout(Period days) {
        long slack = Math.max(WEEK, days.days() / SHARE_OF_SPAN);
        return near(days.start(), span().start(), slack) && near(days.end(), span().end(), slack);
    }

    private static boolean near(LocalDate one, LocalDate other, long slack) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= slack;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** What changed, where, for whom and why. */
    public record Subject(Metric metric, Place place, Population population, Cause cause) {}

    /**
     * By how much, since when.
     *
     * @param percent of the earlier number, more than 0
     * @param base what it is compared with, as far as it was said
     */
    public record Change(
            Direction direction,
            BigDecimal percent,
            LocalDate since,
            @Nullable String base) {
        public Change {
            if (percent.signum() <= 0) {
                throw new InvalidFigureException("percent", "is not positive: " + percent);
            }
        }
    }

    /** Which way it went. */
    public enum Direction {
        INCREASE,
        DECREASE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** By its code; throws {@link InvalidFigureException} if there is no such direction. */
        static Direction of(String code) {
            for (Direction direction : values()) {
                if (direction.code().equals(code)) {
                    return direction;
                }
            }
            throw new InvalidFigureException("direction", "'" + code + "' is neither increase nor decrease");
        }
    }

    /** Who said it, and when. */
    public record Saying(
            String statedBy, LocalDate published, @Nullable String note) {}
}
