package org.tocsin.collect.migrants;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
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

/**
 * One row: migrants found dead, migrants missing, and both together as the source adds them. Where exactly, and what was told of it, stays
 * in the archive.
 */
final class Incident {
    private static final URI LINK = URI.create("https://missingmigrants.iom.int/data");
    private static final String UNKNOWN = "UNK";

    private final Row row;
    private final Document document;

    Incident(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    void tell(String record, Intake intake) {
        List<Figure> figures = new ArrayList<>();
        figure(record, Metric.KILLED, "number_dead").ifPresent(figures::add);
        figure(record, Metric.MISSING, "number_missing").ifPresent(figures::add);
        figure(record, Metric.DEAD_OR_MISSING, "total_dead_and_missing").ifPresent(figures::add);
        if (figures.isEmpty()) {
            throw new InvalidFigureException("total_dead_and_missing", "is missing, and so are its parts");
        }
        figures.forEach(intake::figure);
    }

    /**
     * Empty where the number is not known, which is not zero; of any cause, for people drown, die of heat and are shot, and one list
     * counts them all.
     */
    private Optional<Figure> figure(String record, Metric metric, String field) {
        Line line = Line.of(
                Attribution.of(MigrantsCollector.ID, Basis.REPORTED),
                Measure.of(metric, Kind.FLOW),
                Population.MIGRANTS,
                Cause.ALL);
        return row.findCount(field)
                .map(people -> new Figure(
                        SeriesKey.part(line, Place.country(country())),
                        SourceRecord.of(record, metric.code()),
                        new Statement(
                                Period.day(row.date("reported_date")),
                                Quantity.of(people, Qualifier.AT_LEAST),
                                Status.PROVISIONAL,
                                route()),
                        new Provenance(link(), null, document.sha256(), row.pointer(field))));
    }

    /**
     * The country where it happened, or off whose coast, as the source names it.
     *
     * <p>A place on the sea that it gives to no country lies in none.
     */
    private String country() {
        String named = row.findText("country_of_incident").orElse("");
        String folded = named.toLowerCase(Locale.ROOT);
        if (named.isEmpty() || folded.equals("unknown") || folded.contains("international waters")) {
            return UNKNOWN;
        }
        return CountryNames.iso3(named)
                .orElseThrow(() ->
                        new InvalidFigureException("country_of_incident", "is no country that is known: " + named));
    }

    private Event route() {
        return new Event(row.findText("migration_route").orElse(null), null);
    }

    /** The first report that the row names; what other people wrote, so only an address of the web is passed on. */
    private URI link() {
        return row.findText("url")
                .map(urls -> urls.split("[,;\\s]", 2)[0])
                .flatMap(Incident::web)
                .orElse(LINK);
    }

    private static Optional<URI> web(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
