package org.tocsin.collect.ohchr;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Figure;
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

/** One row: the civilians killed and injured whom OHCHR had verified by the end of the day before; it says itself that there are more. */
final class Update {
    static final String DATE = "Date";

    /** OHCHR counts from four in the morning of that day. */
    private static final LocalDate SINCE = LocalDate.of(2022, 2, 24);

    private static final Set<String> UNKNOWN = Set.of("n/a", "na", "-");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s;,]+");

    private final Row row;
    private final Document document;

    Update(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    /** A row that says nothing of casualties tells nothing. */
    void tell(String killed, String injured, Intake intake) {
        Optional<Figure> dead = figure(Metric.KILLED, killed);
        Optional<Figure> hurt = figure(Metric.INJURED, injured);
        dead.ifPresent(intake::figure);
        hurt.ifPresent(intake::figure);
    }

    private Optional<Figure> figure(Metric metric, String column) {
        return count(column).map(people -> {
            LocalDate published = Period.day(row.date(DATE)).end();
            LocalDate asOf = published.minusDays(1);
            Line line = Line.of(
                    new Attribution(OhchrCollector.ID, "OHCHR", Basis.VERIFIED),
                    Measure.of(metric, Kind.CUMULATIVE),
                    Population.CIVILIANS,
                    Cause.CONFLICT);
            return new Figure(
                    SeriesKey.total(line, Place.country("UKR")),
                    SourceRecord.of("ukr-" + metric.code() + "-" + asOf),
                    Statement.of(new Period(SINCE, asOf), Quantity.of(people, Qualifier.AT_LEAST)),
                    new Provenance(link().orElse(null), published, document.sha256(), row.pointer(column)));
        });
    }

    private Optional<BigDecimal> count(String column) {
        boolean unknown = row.findText(column)
                .map(text -> UNKNOWN.contains(text.toLowerCase(Locale.ROOT)))
                .orElse(true);
        return unknown ? Optional.empty() : row.findCount(column);
    }

    /** The first address of a cell that may hold several. */
    private Optional<URI> link() {
        return row.findText("Source URL")
                .flatMap(cell -> ADDRESS.matcher(cell).results().findFirst())
                .map(MatchResult::group)
                .flatMap(Update::web);
    }

    private static Optional<URI> web(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
