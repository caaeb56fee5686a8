package org.tocsin.api;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Unit;
import org.tocsin.series.Bucket;

/** The parameters of a comparison of two spans. */
public final class ComparisonParameters {
    private static final List<String> SPAN = List.of("YYYY-MM-DD..YYYY-MM-DD");

    @QueryParam("metric")
    @Nullable
    String metric;

    @QueryParam("span")
    @Nullable
    String span;

    @QueryParam("against")
    @Nullable
    String against;

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

    /** Which line is compared, and as known when. */
    TrendQuestion question(Instant now) {
        Metric counted = Parameters.required(
                "metric", Parameters.code("metric", metric, Metric.class), Parameters.codes(Metric.class));
        return new TrendQuestion(
                counted,
                Bucket.DAY,
                span(),
                new TrendQuestion.Known(Parameters.until("asOf", asOf), now),
                new TrendQuestion.Lines(
                        false,
                        Parameters.read("source", source, SourceId::new),
                        Parameters.code("population", population, Population.class),
                        Parameters.read("cause", cause, Cause::new),
                        category,
                        appeal));
    }

    Period span() {
        return Parameters.required("span", days("span", span), SPAN);
    }

    /** The span it is held against; money is only held against money of the same plan year. */
    Period against(TrendQuestion question) {
        Period before = Parameters.required("against", days("against", against), SPAN);
        Unit unit = question.metric().unit();
        boolean money = unit == Unit.USD || unit == Unit.RATIO;
        if (money && before.end().getYear() != question.span().end().getYear()) {
            throw new ProblemException(
                    Problem.field("against", "money of different plan years is not compared", List.of()));
        }
        return before;
    }

    private static @Nullable Period days(String field, @Nullable String text) {
        return Parameters.read(field, text, ComparisonParameters::days);
    }

    private static Period days(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("two days are needed, " + SPAN.get(0));
        }
        return new Period(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
    }
}
