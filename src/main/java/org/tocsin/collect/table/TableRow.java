package org.tocsin.collect.table;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Document;
import org.tocsin.collect.Row;
import org.tocsin.figure.Area;
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
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;
import org.tocsin.figure.Unit;

/**
 * One row of the table, cell by cell.
 *
 * @param at where its number stands in the document
 */
record TableRow(Row row, Document document, String at) {
    Figure figure(SourceId source) {
        Measure measure = measure();
        String appeal = text("appeal");
        Line line = new Line(
                new Attribution(source, text("stated_by"), Basis.of(code("basis", "reported"))),
                measure,
                Population.of(code("population", "all")),
                new Cause(code("cause", "all")),
                text("category"),
                appeal);
        return new Figure(
                new SeriesKey(line, place(), origin(), Rolling.of(code("rolling", "total"))),
                new SourceRecord(
                        row.text("record"),
                        row.findText("part").orElse(""),
                        appeal != null && measure.unit() == Unit.USD),
                new Statement(
                        period(measure.kind()),
                        quantity(measure.unit()),
                        Status.of(code("status", "final")),
                        new Event(text("event"), text("glide"))),
                new Provenance(link(), row.findDate("published").orElse(null), document.sha256(), at));
    }

    private Measure measure() {
        Metric metric = Metric.of(row.text("metric").toLowerCase(Locale.ROOT));
        return new Measure(
                metric,
                Unit.of(code("unit", metric.unit().code())),
                Kind.of(code("kind", metric.kind().code())));
    }

    private Place place() {
        return new Place(row.text("country"), area("admin1"), area("admin2"));
    }

    private @Nullable String origin() {
        return row.findText("origin").map(code -> country("origin", code)).orElse(null);
    }

    /** A stock has its as-of day, a running total without a known start has it too; a flow has days. */
    private Period period(Kind kind) {
        LocalDate end = row.date("end");
        if (kind == Kind.FLOW) {
            return new Period(row.date("start"), end);
        }
        return new Period(row.findDate("start").orElse(end), end);
    }

    private Quantity quantity(Unit unit) {
        return new Quantity(
                number("value", unit),
                number("low", unit),
                number("high", unit),
                Qualifier.of(code("qualifier", "exact")));
    }

    private @Nullable BigDecimal number(String field, Unit unit) {
        Optional<BigDecimal> number =
                unit == Unit.USD || unit == Unit.RATIO ? row.findNumber(field) : row.findCount(field);
        return number.orElse(null);
    }

    private @Nullable URI link() {
        Optional<String> address = row.findText("url");
        if (address.isEmpty()) {
            return null;
        }
        try {
            URI uri = new URI(address.get());
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new InvalidFigureException("url", "is not an address: " + e.getMessage());
        }
        throw new InvalidFigureException("url", "is not an address of the web: '" + address.get() + "'");
    }

    private @Nullable Area area(String field) {
        return row.findText(field).map(Area::named).orElse(null);
    }

    private @Nullable String text(String field) {
        return row.findText(field).orElse(null);
    }

    /** A word of the data model, in any case: people write USD. */
    private String code(String field, String usual) {
        return row.findText(field).orElse(usual).toLowerCase(Locale.ROOT);
    }

    private static String country(String field, String code) {
        if (!code.matches("[A-Z][A-Z0-9]{2}")) {
            throw new InvalidFigureException(field, "'" + code + "' is not an ISO 3166-1 alpha-3 code");
        }
        return code;
    }
}
