package org.tocsin.crisis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesStore;

/** Reads a crisis over time: the lines its figures make, and what its appeals add up to. */
public final class Trends {
    private final SeriesStore series;
    private final HeadlineHistory headline;
    private final FundingTrend funding;

    public Trends(SeriesStore series, AppealStore appeals, Headline headline) {
        this.series = series;
        this.headline = new HeadlineHistory(series, headline);
        this.funding = new FundingTrend(series, appeals, headline);
    }

    /** The question as it can be answered for good: not as of a moment that a running merge will still change. */
    public TrendQuestion settled(TrendQuestion question) {
        Instant asOf = question.known().asOf();
        if (asOf == null) {
            return question;
        }
        Instant now = question.known().now();
        return question.knownAt(new TrendQuestion.Known(series.settled(asOf, now), now));
    }

    /** The trends that answer the question, by source; empty if no source has such a line in the crisis. */
    public List<Trend> read(Crisis crisis, TrendQuestion question) {
        Scope scope = crisis.scope();
        List<Trend> trends = new ArrayList<>();
        boolean ofOneAppeal = question.selection().appeal() != null;
        if (!ofOneAppeal && FundingTrend.answers(question.metric())) {
            funding.read(scope, question).ifPresent(trends::add);
            if (!trends.isEmpty() && !question.lines().every()) {
                return trends;
            }
        }
        if (!ofOneAppeal && isMoney(question.metric())) {
            return trends; // their lines are single appeals, and what those add up to is read above
        }
        lines(scope, question).forEach(line -> trends.add(trend(line, scope, question)));
        return trends;
    }

    /** The name of a source. */
    public String name(SourceId source) {
        return series.source(source).name();
    }

    /** On which days another source came to stand for the metric; none where each line or one source is asked for. */
    public List<HeadlineMark> marks(Crisis crisis, TrendQuestion question) {
        if (question.lines().every() || question.lines().source() != null) {
            return List.of();
        }
        Scope scope = crisis.scope();
        List<LineRef> fitting = series.lines(scope, question.selection()).stream()
                .filter(line -> line.line().appeal() == null)
                .toList();
        return headline.marks(
                question.metric(), fitting, scope, question.known().instant());
    }

    /**
     * The headline's line over two spans; empty if no source has such a line in the crisis.
     *
     * @param question which line, and as known when; how it cuts is not looked at
     */
    public Optional<Comparison> compare(Crisis crisis, TrendQuestion question, Period span, Period against) {
        Scope scope = crisis.scope();
        if (FundingTrend.answers(question.metric()) && question.lines().appeal() == null) {
            return funding.compare(scope, question, span, against);
        }
        TrendQuestion.Known known = question.known();
        return lines(scope, question).stream()
                .findFirst()
                .map(line -> new Comparison(
                        line.line(),
                        series.source(line.line().attribution().source()),
                        false,
                        series.over(line, scope, span, known.asOf(), known.now()),
                        series.over(line, scope, against, known.asOf(), known.now())));
    }

    private static boolean isMoney(Metric metric) {
        return metric == Metric.FUNDING_REQUIRED || metric == Metric.FUNDING_RECEIVED;
    }

    /** The latest knowledge of the one line that stands for a metric; of several appeals, the one spoken of last. */
    List<LineRef> lines(Scope scope, TrendQuestion question) {
        List<LineRef> fitting = series.lines(scope, question.selection());
        if (question.lines().every()) {
            return fitting;
        }
        return headline.choose(
                        question.metric(), fitting, scope, question.known().asOf())
                .map(chosen -> List.of(
                        chosen.line().appeal() == null ? chosen : newest(chosen, fitting, scope, question.known())))
                .orElse(List.of());
    }

    private LineRef newest(LineRef chosen, List<LineRef> fitting, Scope scope, TrendQuestion.Known known) {
        return fitting.stream()
                .filter(line -> withoutAppeal(line.line()).equals(withoutAppeal(chosen.line())))
                .max(java.util.Comparator.comparing(
                        line -> series.statements(line, scope, known.today(), known.asOf()).stream()
                                .map(said -> said.period().end())
                                .max(java.util.Comparator.naturalOrder())
                                .orElse(java.time.LocalDate.MIN)))
                .orElse(chosen);
    }

    private static List<Object> withoutAppeal(Line line) {
        return List.of(
                line.attribution(),
                line.measure(),
                line.population(),
                line.cause(),
                Objects.requireNonNullElse(line.category(), ""));
    }

    private Trend trend(LineRef line, Scope scope, TrendQuestion question) {
        return new Trend(
                line.line(),
                series.source(line.line().attribution().source()),
                false,
                series.read(line, scope, question.frame()));
    }
}
