package org.tocsin.crisis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Bucket;
import org.tocsin.series.Frame;
import org.tocsin.series.Selection;

/** What is asked of a trend: which metric, cut how, as known when, of which lines. */
public record TrendQuestion(Metric metric, Bucket interval, Period span, Known known, Lines lines) {
    /**
     * As known when.
     *
     * @param asOf what was known then is read; null: what is known now
     * @param now the moment of asking
     */
    public record Known(@Nullable Instant asOf, Instant now) {
        /** The moment whose knowledge is read. */
        public Instant instant() {
            return asOf == null || asOf.isAfter(now) ? now : asOf;
        }

        LocalDate today() {
            return LocalDate.ofInstant(instant(), ZoneOffset.UTC);
        }
    }

    /**
     * Which lines; what is null is not asked.
     *
     * @param every each line that fits, not only the one that comes first
     */
    public record Lines(
            boolean every,
            @Nullable SourceId source,
            @Nullable Population population,
            @Nullable Cause cause,
            @Nullable String category,
            @Nullable String appeal) {
        /** The headline's choice. */
        public static final Lines HEADLINE = new Lines(false, null, null, null, null, null);
    }

    TrendQuestion knownAt(Known other) {
        return new TrendQuestion(metric, interval, span, other, lines);
    }

    Frame frame() {
        return new Frame(interval, span, known.asOf(), known.now(), true);
    }

    Selection selection() {
        List<SourceId> sources = lines.source() == null ? List.of() : List.of(lines.source());
        return new Selection(metric, sources, lines.population(), lines.cause(), lines.category(), lines.appeal());
    }
}
