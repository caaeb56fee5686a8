package org.tocsin.crisis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Source;
import org.tocsin.series.Belief;
import org.tocsin.series.Bucket;
import org.tocsin.series.Frame;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesStore;
import org.tocsin.series.Window;

/** The picture of a crisis at a glance: per metric the last number of its headline line, and what of its appeals is paid. */
public final class CrisisPicture {
    private static final int QUARTERLY_DAYS = 45;
    private static final int YEARLY_DAYS = 180;
    private static final int YEARS_BACK = 3;

    private final SeriesStore series;
    private final Trends trends;
    private final FundingTrend funding;

    public CrisisPicture(SeriesStore series, AppealStore appeals, Headline headline) {
        this.series = series;
        this.trends = new Trends(series, appeals, headline);
        this.funding = new FundingTrend(series, appeals, headline);
    }

    /**
     * The last number of a headline line.
     *
     * @param period of a stock its as-of day, of a flow the month, quarter or year that is added up
     * @param current whether a stock still holds, or a flow's days are over and reported as far as usual
     */
    public record Standing(Line line, Source source, Quantity quantity, Period period, boolean current) {}

    /** The last number of each metric; one that no source states is left out. Money is in {@link #funding}. */
    public List<Standing> standings(Crisis crisis, List<Metric> metrics, Instant now) {
        return standings(crisis.scope(), metrics, now);
    }

    /** The same as known at a moment. */
    public List<Standing> standings(Crisis crisis, List<Metric> metrics, TrendQuestion.Known known) {
        return standings(crisis.scope(), metrics, known);
    }

    /** The same of any scope. */
    public List<Standing> standings(Scope scope, List<Metric> metrics, Instant now) {
        return standings(scope, metrics, new TrendQuestion.Known(null, now));
    }

    private List<Standing> standings(Scope scope, List<Metric> metrics, TrendQuestion.Known known) {
        return metrics.stream()
                .filter(metric -> !FundingTrend.answers(metric) && metric != Metric.POPULATION)
                .flatMap(metric -> standing(scope, metric, known).stream())
                .toList();
    }

    /** How far the appeals of the crisis are paid for today; empty if no source states requirements. */
    public Optional<Funding> funding(Crisis crisis, Instant now) {
        return funding(crisis.scope(), now);
    }

    /** The same on the day of a moment, as known then. */
    public Optional<Funding> funding(Crisis crisis, TrendQuestion.Known known) {
        return funding.on(crisis.scope(), known.today(), known);
    }

    /** The same of any scope. */
    public Optional<Funding> funding(Scope scope, Instant now) {
        TrendQuestion.Known known = new TrendQuestion.Known(null, now);
        return funding.on(scope, known.today(), known);
    }

    /** As known at a moment that no running merge will still change. */
    public TrendQuestion.Known settled(TrendQuestion.Known known) {
        Instant asOf = known.asOf();
        return asOf == null ? known : new TrendQuestion.Known(series.settled(asOf, known.now()), known.now());
    }

    /** The source whose word on money counts in a scope. */
    public Optional<Source> fundingSource(Scope scope) {
        return funding.source(scope).map(series::source);
    }

    private Optional<Standing> standing(Scope scope, Metric metric, TrendQuestion.Known known) {
        TrendQuestion question =
                new TrendQuestion(metric, Bucket.DAY, Period.day(known.today()), known, TrendQuestion.Lines.HEADLINE);
        return trends.lines(scope, question).stream()
                .findFirst()
                .flatMap(line -> line.line().measure().kind() == Kind.STOCK
                        ? stock(line, scope, known)
                        : flow(line, scope, known));
    }

    private Optional<Standing> stock(LineRef line, Scope scope, TrendQuestion.Known known) {
        List<Belief> said = series.statements(line, scope, known.today(), known.asOf()).stream()
                .filter(belief -> belief.value() != null)
                .toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Belief last = said.get(said.size() - 1);
        Period asOf = Period.day(earlier(last.period().end(), known.today()));
        Window then =
                series.windows(line, scope, frame(Bucket.DAY, asOf, known)).get(0);
        Window today = series.windows(line, scope, frame(Bucket.DAY, Period.day(known.today()), known))
                .get(0);
        return Optional.of(standing(line, quantity(then, last), asOf, today.value() != null));
    }

    /** One statement keeps its hedge; a sum of several is what they add up to. */
    private static Quantity quantity(Window window, Belief last) {
        BigDecimal value = window.value();
        if (value == null || (last.value() != null && value.compareTo(last.value()) == 0)) {
            return new Quantity(
                    last.value(), last.low(), last.high(), last.told().qualifier());
        }
        return new Quantity(value, window.low(), window.high(), Qualifier.EXACT);
    }

    private Optional<Standing> flow(LineRef line, Scope scope, TrendQuestion.Known known) {
        LocalDate today = known.today();
        Source source = series.source(line.line().attribution().source());
        Period span = new Period(today.minusYears(YEARS_BACK), today);
        List<Window> told = series.windows(line, scope, frame(width(source), span, known)).stream()
                .filter(window -> window.value() != null)
                .toList();
        return told.stream()
                .filter(window -> window.make().complete())
                .reduce((earlier, later) -> later)
                .or(() -> told.stream().reduce((earlier, later) -> later))
                .map(window -> standing(
                        line,
                        new Quantity(window.value(), window.low(), window.high(), Qualifier.EXACT),
                        window.period(),
                        window.make().complete()));
    }

    private Standing standing(LineRef line, Quantity quantity, Period period, boolean current) {
        return new Standing(line.line(), series.source(line.line().attribution().source()), quantity, period, current);
    }

    /** A source that speaks once a year is not read by the month. */
    private static Bucket width(Source source) {
        if (source.cadenceDays() > YEARLY_DAYS) {
            return Bucket.YEAR;
        }
        return source.cadenceDays() > QUARTERLY_DAYS ? Bucket.QUARTER : Bucket.MONTH;
    }

    private static Frame frame(Bucket bucket, Period span, TrendQuestion.Known known) {
        return new Frame(bucket, span, known.asOf(), known.now(), true);
    }

    /** What a plan counts is stated for days to come as well, and is as of today until then. */
    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
