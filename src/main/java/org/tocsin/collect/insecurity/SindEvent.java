package org.tocsin.collect.insecurity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/**
 * One event as one theme tells it. Its number is the same in every theme, so that an event of two themes is one record that tells of two
 * groups of people. Where exactly, who did it, for whom they worked and what was told of it stays in the archive.
 */
final class SindEvent {
    private static final URI LINK = URI.create("https://insecurityinsight.org/");
    private static final Set<String> NO_AREA = caseless("No Information", "Unspecified", "Unknown", "Countrywide");

    private final Row row;
    private final Theme theme;
    private final Document document;

    SindEvent(Row row, Theme theme, Document document) {
        this.row = row;
        this.theme = theme;
        this.document = document;
    }

    void tell(Intake intake) {
        List<Figure> figures = new ArrayList<>();
        figure(Metric.KILLED, "Killed").ifPresent(figures::add);
        figure(Metric.INJURED, "Injured").ifPresent(figures::add);
        figure(Metric.ABDUCTED, "Kidnapped").ifPresent(figures::add);
        figure(Metric.DETAINED, "Arrested").ifPresent(figures::add);
        if (figures.isEmpty()) {
            throw new InvalidFigureException(theme.field("Killed"), "is missing, and so are all other numbers");
        }
        figures.forEach(intake::figure);
    }

    private Optional<Figure> figure(Metric metric, String harm) {
        String field = theme.field(harm);
        Line line = Line.of(
                Attribution.of(InsecurityCollector.ID, Basis.REPORTED),
                Measure.of(metric),
                theme.population(),
                Cause.CONFLICT);
        return row.findCount(field)
                .map(people -> new Figure(
                        SeriesKey.part(line, place()),
                        SourceRecord.of(number(), theme.population().code() + " " + metric.code()),
                        new Statement(
                                Period.day(row.date("Date")),
                                Quantity.of(people, Qualifier.EXACT),
                                Status.PROVISIONAL,
                                Event.NONE),
                        new Provenance(LINK, null, document.sha256(), row.pointer(field))));
    }

    private String number() {
        return row.text("SiND Event ID");
    }

    private Place place() {
        String country = row.findText("Country ISO")
                .flatMap(CountryNames::iso3)
                .or(() -> CountryNames.iso3(row.text("Country")))
                .orElseThrow(() -> new InvalidFigureException(
                        "Country ISO", "is no country that is known: '" + row.text("Country") + "'"));
        return new Place(country, area(), null);
    }

    private @Nullable Area area() {
        return row.findText("Admin 1")
                .filter(name -> !NO_AREA.contains(name))
                .map(Area::named)
                .orElse(null);
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
