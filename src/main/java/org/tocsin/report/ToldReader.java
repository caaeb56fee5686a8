package org.tocsin.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.extract.Amount;
import org.tocsin.extract.Change;
import org.tocsin.extract.PartialDate;
import org.tocsin.extract.Told;
import org.tocsin.extract.ToldMetric;
import org.tocsin.extract.ToldPopulation;
import org.tocsin.extract.When;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;

/** Turns what prose tells in its own coarser words into a proposal in the words of the figures. */
final class ToldReader {
    private static final int PERCENT = 2;

    private final CauseWords causes;

    /**
     * What stands around a statement.
     *
     * @param published the day of the article
     * @param countries those the report is said to be about
     */
    record Around(String sentence, String article, LocalDate published, List<String> countries) {}

    ToldReader(CauseWords causes) {
        this.causes = causes;
    }

    /**
     * The proposal.
     *
     * @throws InvalidFigureException if nobody can make a figure or a change of it, for example of an absurd number
     */
    Proposal read(Told told, Around around) {
        return told.what().change() == null ? figure(told, around) : change(told, around);
    }

    private ProposedFigure figure(Told told, Around around) {
        Measure measure = measure(told.what().metric(), told.what().kind());
        Metric metric = measure.metric();
        return new ProposedFigure(
                new ProposedFigure.Counted(
                        metric,
                        unit(measure, told.amount().unit()),
                        measure.kind(),
                        population(told.what().population(), metric),
                        cause(metric, around),
                        null),
                new ProposedFigure.Where(
                        country(told, metric, around),
                        null,
                        told.where().originIso3(),
                        told.where().name()),
                days(told.when(), measure.kind(), around.published()),
                amount(told),
                new ProposedFigure.Voice(told.quote().source(), Basis.REPORTED));
    }

    private ProposedChange change(Told told, Around around) {
        Change change = Objects.requireNonNull(told.what().change(), "a change");
        if (change.of() == ToldMetric.CHANGE_PCT) {
            throw new InvalidFigureException("metric", "a change in percent of something that is not told");
        }
        Metric metric = measure(change.of(), told.what().kind()).metric();
        PartialDate since = told.when().periodStart();
        return new ProposedChange(
                new ProposedChange.Of(
                        metric,
                        country(told, metric, around),
                        population(told.what().population(), metric),
                        cause(metric, around)),
                new ProposedChange.By(
                        change.direction() == Change.Direction.INCREASE
                                ? ChangeStatement.Direction.INCREASE
                                : ChangeStatement.Direction.DECREASE,
                        told.amount().value(),
                        since == null ? null : since.firstDay(),
                        null),
                told.quote().source());
    }

    /** People displaced now are a stock, people being displaced a flow; who crossed a border is a refugee now, or arrives. */
    static Measure measure(ToldMetric told, Kind kind) {
        boolean stock = kind == Kind.STOCK;
        return switch (told) {
            case KILLED -> Measure.of(Metric.KILLED, stock ? Kind.CUMULATIVE : kind);
            case INJURED -> Measure.of(Metric.INJURED, stock ? Kind.CUMULATIVE : kind);
            case MISSING -> Measure.of(Metric.MISSING, stock ? Kind.STOCK : Kind.FLOW);
            case DISPLACED -> stock ? Measure.of(Metric.IDPS) : Measure.of(Metric.NEW_DISPLACEMENTS, kind);
            case DISPLACED_NEW -> Measure.of(Metric.NEW_DISPLACEMENTS, stock ? Kind.FLOW : kind);
            case REFUGEES -> stock ? Measure.of(Metric.REFUGEES) : Measure.of(Metric.ARRIVALS, kind);
            case RETURNEES -> stock ? Measure.of(Metric.RETURNEES) : Measure.of(Metric.RETURNS, kind);
            case PEOPLE_IN_NEED -> Measure.of(Metric.PEOPLE_IN_NEED);
            case AFFECTED -> Measure.of(Metric.AFFECTED);
            case FUNDING_REQUIRED -> Measure.of(Metric.FUNDING_REQUIRED);
            case FUNDING_RECEIVED -> Measure.of(Metric.FUNDING_RECEIVED);
            case FUNDING_GAP -> Measure.of(Metric.FUNDING_GAP);
            case FUNDING_COVERAGE_PCT -> Measure.of(Metric.FUNDING_COVERAGE);
            case CHANGE_PCT -> throw new IllegalArgumentException("a change is no metric of its own");
        };
    }

    private static @Nullable Unit unit(Measure measure, String told) {
        Unit unit = switch (told) {
            case "persons" -> measure.unit();
            case "households" -> Unit.HOUSEHOLDS;
            case "percent" -> Unit.RATIO;
            case "USD" -> Unit.USD;
            default -> null;
        };
        return unit != null && measure.metric().allows(unit) ? unit : null;
    }

    /** Refugees among refugees are all of them; a population we do not count is left to the reviewer. */
    private static @Nullable Population population(@Nullable ToldPopulation told, Metric metric) {
        if (told == null) {
            return Population.ALL;
        }
        return switch (told) {
            case CIVILIANS -> Population.CIVILIANS;
            case CHILDREN -> Population.CHILDREN;
            case WOMEN -> Population.WOMEN;
            case MEN -> Population.MEN;
            case SOLDIERS, COMBATANTS -> Population.COMBATANTS;
            case AID_WORKERS -> Population.AID_WORKERS;
            case HEALTH_WORKERS -> Population.HEALTH_WORKERS;
            case REFUGEES ->
                metric == Metric.REFUGEES || metric == Metric.ARRIVALS ? Population.ALL : Population.REFUGEES;
            case IDPS -> metric == Metric.IDPS || metric == Metric.NEW_DISPLACEMENTS ? Population.ALL : Population.IDPS;
            case RETURNEES ->
                metric == Metric.RETURNEES || metric == Metric.RETURNS ? Population.ALL : Population.RETURNEES;
            case MIGRANTS -> Population.MIGRANTS;
            case ELDERLY, POLICE, PEACEKEEPERS, STUDENTS, WORKERS, OTHER -> null;
        };
    }

    private Cause cause(Metric metric, Around around) {
        boolean ofAnyCause = switch (metric) {
            case KILLED, INJURED, MISSING, NEW_DISPLACEMENTS, IDPS, AFFECTED -> false;
            default -> true;
        };
        if (ofAnyCause) {
            return Cause.ALL;
        }
        Cause near = causes.in(around.sentence());
        return near.equals(Cause.ALL) ? causes.in(around.article()) : near;
    }

    /** The one country the report is about stands in for one that is not told, but never for the country people fled to. */
    private static @Nullable String country(Told told, Metric metric, Around around) {
        String iso3 = told.where().iso3();
        boolean clear = around.countries().size() == 1 && !metric.crossesBorder();
        return iso3 == null && clear ? around.countries().get(0) : iso3;
    }

    /** Days that are not told are the day of the article; nothing told is later than it. */
    private static ProposedFigure.Days days(When when, Kind kind, LocalDate published) {
        PartialDate start = when.periodStart();
        PartialDate end =
                kind == Kind.FLOW ? first(when.periodEnd(), when.asOf()) : first(when.asOf(), when.periodEnd());
        LocalDate last = end == null || end.lastDay().isAfter(published) ? published : end.lastDay();
        if (kind == Kind.STOCK) {
            return new ProposedFigure.Days(null, last);
        }
        LocalDate from = start == null ? null : start.firstDay();
        if (from == null && kind == Kind.FLOW && end != null) {
            from = end.firstDay();
        }
        return new ProposedFigure.Days(from == null || from.isAfter(last) ? null : from, last);
    }

    private static @Nullable PartialDate first(@Nullable PartialDate preferred, @Nullable PartialDate other) {
        return preferred == null ? other : preferred;
    }

    private static ProposedFigure.Amount amount(Told told) {
        Amount amount = told.amount();
        boolean percent = amount.unit().equals("percent");
        return new ProposedFigure.Amount(
                new Quantity(
                        scaled(amount.value(), percent),
                        scaled(amount.low(), percent),
                        scaled(amount.high(), percent),
                        amount.qualifier()),
                amount.vague());
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number, boolean percent) {
        return number == null || !percent ? number : number.movePointLeft(PERCENT);
    }
}
