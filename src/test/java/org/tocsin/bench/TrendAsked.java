package org.tocsin.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.series.Bucket;

/** One trend that is measured, as it is asked over HTTP and within the program. */
record TrendAsked(String name, Metric metric, Bucket interval, LocalDate first, boolean asOf, int share) {
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final LocalDate YEAR = LocalDate.of(2024, 1, 1);
    private static final LocalDate DECADE = LocalDate.of(2015, 1, 1);
    private static final LocalDate THEN = LocalDate.of(2025, 3, 1);

    static List<TrendAsked> all() {
        return List.of(
                new TrendAsked("15,000 events of a year by day", Metric.KILLED, Bucket.DAY, YEAR, false, 1),
                new TrendAsked("the same as of a day", Metric.KILLED, Bucket.DAY, YEAR, true, 1),
                new TrendAsked("2,160 months by month", Metric.NEW_DISPLACEMENTS, Bucket.MONTH, DECADE, false, 1),
                new TrendAsked("the same as of a day", Metric.NEW_DISPLACEMENTS, Bucket.MONTH, DECADE, true, 1),
                new TrendAsked("150,000 events by month", Metric.KILLED, Bucket.MONTH, DECADE, false, 10));
    }

    String path() {
        return "/api/v1/crises/sdn/trends?metric=" + metric.code() + "&interval=" + interval.code() + "&from=" + first
                + "&to=" + LAST + (asOf ? "&asOf=" + THEN : "");
    }

    /** The same question as the API puts it to the stores. */
    TrendQuestion question(Instant now) {
        return new TrendQuestion(
                metric,
                interval,
                new Period(first, LAST),
                new TrendQuestion.Known(then(), now),
                TrendQuestion.Lines.HEADLINE);
    }

    private @Nullable Instant then() {
        return asOf ? Instant.parse(THEN + "T23:59:59.999999Z") : null;
    }
}
