package org.tocsin.crisis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;
import org.tocsin.series.AppealMoney;
import org.tocsin.series.Lateness;
import org.tocsin.series.Reading;
import org.tocsin.series.Scope;
import org.tocsin.series.Selection;
import org.tocsin.series.SeriesStore;
import org.tocsin.series.Window;

/** What the appeals of a crisis ask for and have received, added up at the end of each window. */
final class FundingTrend {
    private static final Set<Metric> MONEY =
            EnumSet.of(Metric.FUNDING_REQUIRED, Metric.FUNDING_RECEIVED, Metric.FUNDING_GAP, Metric.FUNDING_COVERAGE);

    private final SeriesStore series;
    private final AppealStore appeals;
    private final Headline headline;

    FundingTrend(SeriesStore series, AppealStore appeals, Headline headline) {
        this.series = series;
        this.appeals = appeals;
        this.headline = headline;
    }

    static boolean answers(Metric metric) {
        return MONEY.contains(metric);
    }

    /** Empty if no source, or not the one asked for, states requirements in this scope. */
    Optional<Trend> read(Scope scope, TrendQuestion question) {
        return source(scope)
                .filter(id -> question.lines().source() == null
                        || question.lines().source().equals(id))
                .map(id -> {
                    List<Appeal> known = known(question);
                    List<Window> windows = question.interval().across(question.span()).stream()
                            .map(period -> window(scope, id, known, period, question))
                            .toList();
                    return new Trend(
                            line(id, question),
                            series.source(id),
                            true,
                            new Reading(
                                    question.interval(),
                                    windows,
                                    question.known().today(),
                                    0,
                                    new Lateness(new TreeMap<>())));
                });
    }

    Optional<Comparison> compare(Scope scope, TrendQuestion question, Period span, Period against) {
        return source(scope)
                .map(id -> new Comparison(
                        line(id, question),
                        series.source(id),
                        true,
                        window(scope, id, known(question), span, question),
                        window(scope, id, known(question), against, question)));
    }

    /** How far the appeals are paid for on a day. */
    Optional<Funding> on(Scope scope, LocalDate day, TrendQuestion.Known known) {
        return source(scope)
                .map(id -> Funding.of(scope, day, appeals.list(known.instant()), series.money(id, day, known.asOf())));
    }

    Optional<SourceId> source(Scope scope) {
        return headline.choose(Metric.FUNDING_REQUIRED, series.lines(scope, Selection.of(Metric.FUNDING_REQUIRED)))
                .map(line -> line.line().attribution().source());
    }

    private List<Appeal> known(TrendQuestion question) {
        String only = question.lines().appeal();
        return appeals.list(question.known().instant()).stream()
                .filter(appeal -> only == null || appeal.code().equals(only))
                .toList();
    }

    private Window window(Scope scope, SourceId id, List<Appeal> known, Period period, TrendQuestion question) {
        LocalDate today = question.known().today();
        boolean over = period.end().isBefore(today);
        if (period.start().isAfter(today)) {
            return new Window(period, null, null, null, new Window.Make(0, 0, false, false, false));
        }
        LocalDate day = over ? period.end() : today;
        List<AppealMoney> money = series.money(id, day, question.known().asOf());
        Funding funding = Funding.of(scope, day, known, money);
        return new Window(
                period,
                value(question.metric(), funding),
                null,
                null,
                new Window.Make(funding.counted().size(), funding.listed().size(), over, false, false));
    }

    private static @Nullable BigDecimal value(Metric metric, Funding funding) {
        if (funding.counted().isEmpty()) {
            return null;
        }
        return switch (metric) {
            case FUNDING_REQUIRED -> funding.required();
            case FUNDING_RECEIVED -> funding.received();
            case FUNDING_GAP -> funding.gap();
            default -> funding.coverage();
        };
    }

    private static Line line(SourceId id, TrendQuestion question) {
        return new Line(
                Attribution.of(id, Basis.REPORTED),
                Measure.of(question.metric()),
                Population.ALL,
                Cause.ALL,
                null,
                question.lines().appeal());
    }
}
