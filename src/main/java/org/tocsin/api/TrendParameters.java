package org.tocsin.api;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Bucket;

/** The parameters of a trend, as table and as picture alike. */
public abstract sealed class TrendParameters permits TrendTableParameters, TrendChartParameters {
    static final String EVERY = "all";
    private static final int MOST_WINDOWS = 3000;
    private static final int USUAL_WINDOWS = 366;

    @QueryParam("metric")
    @Nullable
    String metric;

    @QueryParam("interval")
    @Nullable
    String interval;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("source")
    @Nullable
    String source;

    @QueryParam("population")
    @Nullable
    String population;

    @QueryParam("cause")
    @Nullable
    String cause;

    @QueryParam("category")
    @Nullable
    String category;

    @QueryParam("appeal")
    @Nullable
    String appeal;

    @QueryParam("asOf")
    @Nullable
    String asOf;

    /** What is asked of a crisis; from its beginning, but for no more than {@value #USUAL_WINDOWS} windows, unless said otherwise. */
    TrendQuestion question(Crisis crisis, Instant now) {
        Metric counted = Parameters.required(
                "metric", Parameters.code("metric", metric, Metric.class), Parameters.codes(Metric.class));
        Bucket bucket = Objects.requireNonNullElse(Parameters.code("interval", interval, Bucket.class), Bucket.MONTH);
        return new TrendQuestion(
                counted,
                bucket,
                span(crisis, bucket, LocalDate.ofInstant(now, ZoneOffset.UTC)),
                new TrendQuestion.Known(Parameters.until("asOf", asOf), now),
                lines());
    }

    private TrendQuestion.Lines lines() {
        boolean every = EVERY.equals(source);
        return new TrendQuestion.Lines(
                every,
                every ? null : Parameters.read("source", source, SourceId::new),
                Parameters.code("population", population, Population.class),
                Parameters.read("cause", cause, Cause::new),
                category,
                appeal);
    }

    private Period span(Crisis crisis, Bucket bucket, LocalDate today) {
        LocalDate last = Objects.requireNonNullElse(Parameters.day("to", to), today);
        LocalDate first = Objects.requireNonNullElseGet(
                Parameters.day("from", from), () -> usualStart(crisis.since(), bucket.back(last, USUAL_WINDOWS), last));
        if (last.isBefore(first)) {
            throw new ProblemException(Problem.field("to", last + " is before from, " + first, List.of()));
        }
        Period span = Parameters.required(
                "from", Parameters.read("from", first.toString(), text -> new Period(first, last)), List.of());
        if (bucket.across(span).size() > MOST_WINDOWS) {
            throw new ProblemException(Problem.field(
                    "from", "that is more than " + MOST_WINDOWS + " windows by " + bucket.code(), List.of()));
        }
        return span;
    }

    private static LocalDate usualStart(LocalDate since, LocalDate earliest, LocalDate last) {
        if (since.isAfter(last)) {
            return last;
        }
        return since.isBefore(earliest) ? earliest : since;
    }
}
