package org.tocsin.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Comparison;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.report.ChangeStatement;
import org.tocsin.series.Window;

/**
 * One line of a crisis over two spans.
 *
 * @param asOf the moment whose knowledge this is
 * @param derived whether the values are sums over the crisis's appeals, made here
 * @param difference span less against; null if either is unknown
 * @param percent of against; null also if that is zero
 * @param percentByDay the same for the mean day of each span; null for stocks
 * @param changes what reports say in percent of about the span, for whom and why they say it; never part of the numbers
 */
record ComparisonAnswer(
        String crisis,
        Instant asOf,
        LineAnswer line,
        SourceAnswer source,
        boolean derived,
        Span span,
        Span against,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal percentByDay,
        List<ChangeAnswer> changes)
        implements Answer {
    /**
     * One of the two.
     *
     * @param value null when unknown, which is never zero
     * @param leftOut how many figures of these days are of longer spans and stayed out
     * @param complete whether the source has covered these days and is past its usual lag
     */
    record Span(
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            int figures,
            int leftOut,
            boolean complete) {
        static Span from(Window window) {
            return new Span(
                    window.period().start(),
                    window.period().end(),
                    window.value(),
                    window.low(),
                    window.high(),
                    window.make().figures(),
                    window.make().leftOut(),
                    window.make().complete());
        }
    }

    static ComparisonAnswer from(String crisis, TrendQuestion question, Comparison found, List<ChangeStatement> told) {
        return new ComparisonAnswer(
                crisis,
                question.known().instant(),
                LineAnswer.from(found.line()),
                SourceAnswer.from(found.source()),
                found.derived(),
                Span.from(found.span()),
                Span.from(found.against()),
                found.difference(),
                found.percent(),
                found.percentByDay(),
                told.stream().map(ChangeAnswer::from).toList());
    }
}
