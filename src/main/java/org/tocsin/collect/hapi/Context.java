package org.tocsin.collect.hapi;

import java.util.Locale;
import org.tocsin.collect.Intake;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;

/** Reads what surrounds the people: conflict, money, hunger. */
final class Context {
    private Context() {}

    /**
     * ACLED's month of one kind of event.
     *
     * <p>Targeting civilians is a kind of political violence, so it is told of another population and never added. Countries with a
     * response plan are told by their districts only, which are parts; the others as a whole.
     */
    static void events(HapiRow row, Intake intake) {
        String type = row.text("event_type").toLowerCase(Locale.ROOT);
        Place place = row.place();
        Rolling rolling = place.level() == 0 ? Rolling.TOTAL : Rolling.PART;
        String record = row.record("conflict", "location_code", "event_type");
        row.count("fatalities")
                .ifPresent(dead -> intake.figure(row.figure(
                        new SeriesKey(line(type, Metric.KILLED), place, null, rolling),
                        SourceRecord.of(record, "fatalities"),
                        row.period(),
                        dead,
                        "fatalities")));
        row.count("events")
                .ifPresent(events -> intake.figure(row.figure(
                        new SeriesKey(line(type, Metric.INCIDENTS), place, null, rolling),
                        SourceRecord.of(record, "events"),
                        row.period(),
                        events,
                        "events")));
    }

    /** FTS's money of one appeal in one country, overwritten at the source; money without an appeal asks for nothing and is left out. */
    static void money(HapiRow row, Intake intake) {
        String code = row.text("appeal_code");
        if (code.equalsIgnoreCase("not specified")) {
            return;
        }
        state(row, intake, code, "requirements_usd", Metric.FUNDING_REQUIRED);
        state(row, intake, code, "funding_usd", Metric.FUNDING_RECEIVED);
    }

    /** The people of one phase of the IPC scale or of several, such as {@code 3+}: now or as foreseen. */
    static void hungry(HapiRow row, Intake intake) {
        String phase = row.text("ipc_phase");
        if (phase.equals("all") || phase.equals("1") || phase.equals("2")) {
            return;
        }
        boolean now = row.text("ipc_type").equals("current");
        Line line = new Line(
                new Attribution(HapiCollector.ID, "IPC", now ? Basis.ESTIMATED : Basis.PROJECTED),
                Measure.of(Metric.FOOD_INSECURE),
                Population.ALL,
                Cause.ALL,
                "phase " + phase,
                null);
        String record = row.record("food", "location_code", "ipc_type", "ipc_phase");
        row.count("population_in_phase")
                .ifPresent(people -> intake.figure(row.figure(
                        SeriesKey.total(line, row.place()),
                        SourceRecord.of(record),
                        row.start(),
                        people,
                        "population_in_phase")));
    }

    private static Line line(String type, Metric metric) {
        return switch (type) {
            case "political_violence" -> line(metric, Population.ALL, Cause.CONFLICT);
            case "civilian_targeting" -> line(metric, Population.CIVILIANS, Cause.CONFLICT);
            case "demonstration" -> new Line(acled(), Measure.of(metric), Population.ALL, Cause.ALL, type, null);
            default -> throw new InvalidFigureException("event_type", "is none of those known: '" + type + "'");
        };
    }

    private static Line line(Metric metric, Population population, Cause cause) {
        return Line.of(acled(), Measure.of(metric), population, cause);
    }

    private static Attribution acled() {
        return new Attribution(HapiCollector.ID, "ACLED", Basis.REPORTED);
    }

    private static void state(HapiRow row, Intake intake, String appeal, String field, Metric metric) {
        Line line = new Line(
                new Attribution(HapiCollector.ID, "OCHA FTS", Basis.REPORTED),
                Measure.of(metric),
                Population.ALL,
                Cause.ALL,
                null,
                appeal);
        row.number(field)
                .ifPresent(money -> intake.figure(row.figure(
                        SeriesKey.total(line, Place.country(row.country("location_code"))),
                        SourceRecord.overwritten(row.record("funding", "location_code", "appeal_code"), metric.code()),
                        row.fetched(),
                        money,
                        field)));
    }
}
