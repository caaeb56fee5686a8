package org.tocsin.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Metric;
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
