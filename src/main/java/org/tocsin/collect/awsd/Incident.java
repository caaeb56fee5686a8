package org.tocsin.collect.awsd;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** One incident: the aid workers killed, wounded, kidnapped and detained in it. For whom they worked and what is told stays in the archive. */
final class Incident {
    private static final URI LINK = URI.create("https://www.aidworkersecurity.org/incidents");

    private static final Map<Metric, String> COLUMNS = Map.of(
            Metric.KILLED, "Total killed",
            Metric.INJURED, "Total wounded",
            Metric.ABDUCTED, "Total kidnapped",
            Metric.DETAINED, "Total detained");

    private static final List<Metric> ORDER = List.of(Metric.KILLED, Metric.INJURED, Metric.ABDUCTED, Metric.DETAINED);

    /** Names in the place of a country's, without a code; where it is disputed which country it is, none is named. */
    private static final Map<String, String> REGIONS = Map.of("Chechnya", "RUS", "Kashmir", "UNK", "", "UNK");

    private final Row row;
    private final Document document;

    Incident(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    void tell(String record, Intake intake) {
        // All are made before the first is told: of an incident that cannot be nothing is told.
        List<Figure> figures = ORDER.stream()
                .flatMap(metric -> figure(record, metric).stream())
                .toList();
        if (figures.isEmpty()) {
            throw new InvalidFigureException("Total killed", "is missing, and so are all other numbers");
        }
        figures.forEach(intake::figure);
    }

    /** The day; the month or the year where no more is known. */
    Period period() {
        int year = number("Year").orElseThrow(() -> new InvalidFigureException("Year", "is missing"));
        Optional<Integer> month = number("Month");
        Optional<Integer> day = number("Day");
        try {
            if (month.isEmpty()) {
                return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            YearMonth whole = YearMonth.of(year, month.get());
            return day.isEmpty()
                    ? new Period(whole.atDay(1), whole.atEndOfMonth())
                    : Period.day(whole.atDay(day.get()));
        } catch (DateTimeException e) {
            throw new InvalidFigureException("Day", "is no day: " + e.getMessage());
        }
    }

    private Optional<Figure> figure(String record, Metric metric) {
        String column = COLUMNS.getOrDefault(metric, "");
        Line line = Line.of(
                Attribution.of(AwsdCollector.ID, Basis.REPORTED),
                Measure.of(metric),
                Population.AID_WORKERS,
                Cause.CONFLICT);
        return row.findCount(column)
                .map(people -> new Figure(
                        SeriesKey.part(line, place()),
                        SourceRecord.of(record, metric.code()),
                        new Statement(period(), Quantity.of(people, Qualifier.EXACT), status(), Event.NONE),
                        new Provenance(LINK, null, document.sha256(), row.pointer(column))));
    }

    private Status status() {
        String verified = row.findText("Verified").orElse("");
        return verified.equals("Yes") || verified.equals("Archived") ? Status.FINAL : Status.PROVISIONAL;
    }

    private Place place() {
        String name = row.findText("Country").orElse("");
        String country = Stream.of(row.findText("Country Code").orElse(""), name)
                .filter(said -> !said.isEmpty())
                .flatMap(said -> CountryNames.iso3(said).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(REGIONS.get(name)))
                .orElseThrow(() -> new InvalidFigureException("Country", "is none that is known: '" + name + "'"));
        Area admin1 = area("Region");
        return new Place(country, admin1, admin1 == null ? null : area("District"));
    }

    private @Nullable Area area(String column) {
        return row.findText(column).map(Area::named).orElse(null);
    }

    private Optional<Integer> number(String column) {
        return row.findCount(column).map(count -> {
            try {
                return count.intValueExact();
            } catch (ArithmeticException e) {
                throw new InvalidFigureException(column, "is absurd: " + count);
            }
        });
    }
}
