package org.tocsin.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Comparison;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.crisis.Trends;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Unit;
import org.tocsin.report.ChangeStatement;
import org.tocsin.report.ChangeStore;
import org.tocsin.series.Bucket;

/** Holds spans of a crisis against those before them, beside what reports say of the same days. */
final class ComparisonDesk {
    private static final int MOST_SPANS = 5;
    private static final int WEEK = 7;

    private final Trends trends;
    private final ChangeStore changes;
    private final Wording wording;

    ComparisonDesk(Trends trends, ChangeStore changes, Wording wording) {
        this.trends = trends;
        this.changes = changes;
        this.wording = wording;
    }

    /** The last year and each span that reports tell a change of; null for money, which is not compared across plan years. */
    @Nullable
    ComparisonView view(Crisis crisis, Metric metric, Instant now) {
        if (metric.unit() == Unit.USD || metric.unit() == Unit.RATIO) {
            return null;
        }
        List<ChangeStatement> told = changes.list(crisis.scope().countries(), now).stream()
                .filter(said -> said.subject().metric() == metric)
                .toList();
        List<ComparisonView.Row> rows = spans(told, now).stream()
                .flatMap(span -> row(crisis, metric, span, told, now).stream())
                .toList();
        return rows.isEmpty() ? null : new ComparisonView(rows);
    }

    /** Shorter ones than a week could stand for single people. */
    private static Set<Period> spans(List<ChangeStatement> told, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<Period> spans = new LinkedHashSet<>();
        spans.add(new Period(today.minusYears(1).plusDays(1), today));
        told.stream()
                .map(ChangeStatement::span)
                .filter(span -> span.days() >= WEEK)
                .distinct()
                .limit(MOST_SPANS)
                .forEach(spans::add);
        return spans;
    }

    private Optional<ComparisonView.Row> row(
            Crisis crisis, Metric metric, Period span, List<ChangeStatement> told, Instant now) {
        Period before =
                new Period(span.start().minusDays(span.days()), span.start().minusDays(1));
        TrendQuestion question = new TrendQuestion(
                metric, Bucket.DAY, span, new TrendQuestion.Known(null, now), TrendQuestion.Lines.HEADLINE);
        return trends.compare(crisis, question, span, before).map(found -> row(found, told));
    }

    private ComparisonView.Row row(Comparison found, List<ChangeStatement> told) {
        Unit unit = found.line().measure().unit();
        BigDecimal now = found.span().value();
        BigDecimal before = found.against().value();
        Period span = found.span().period();
        return new ComparisonView.Row(
                days(span),
                wording.amount(now, unit),
                wording.amount(before, unit) + ", " + days(found.against().period()),
                now == null || before == null ? "" : wording.phrases().change(now, unit, before),
                told.stream().filter(said -> said.isAbout(span)).map(this::told).toList());
    }

    private static String days(Period span) {
        return span.start() + " to " + span.end();
    }

    private ComparisonView.Told told(ChangeStatement said) {
        ChangeStatement.Change change = said.change();
        Population whom = said.subject().population();
        Cause why = said.subject().cause();
        String sign = change.direction() == ChangeStatement.Direction.INCREASE ? "+" : "\u2212";
        Provenance from = said.provenance();
        return new ComparisonView.Told(
                sign + change.percent().stripTrailingZeros().toPlainString() + " %"
                        + (whom == Population.ALL
                                ? ""
                                : ", " + wording.phrases().population(whom))
                        + (why.equals(Cause.ALL) ? "" : ", " + wording.phrases().cause(why))
                        + ", since " + wording.phrases().day(change.since())
                        + (change.base() == null ? "" : ", against \u201c" + change.base() + "\u201d")
                        + ": " + said.saying().statedBy() + ", "
                        + wording.phrases().day(said.saying().published()),
                from == null ? "" : Wording.link(from.link()));
    }
}
