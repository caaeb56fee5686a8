package org.tocsin.collect.dtm;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Document;
import org.tocsin.collect.Row;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
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
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;

/**
 * One row: people displaced in one place for one reason, of those who came from one area, in one round of an operation.
 *
 * <p>The rows of a round are parts of it and add up; the area they came from, its P-code where there is one, tells parts of one place
 * apart.
 */
final class AreaRow {
    private static final URI PAGE = URI.create("https://dtm.iom.int/data-and-analysis/dtm-api");

    private final Row row;
    private final int level;
    private final Document document;

    /** @param level of the question: 0 for countries, 1 and 2 for areas */
    AreaRow(Row row, int level, Document document) {
        this.row = row;
        this.level = level;
        this.document = document;
    }

    String country() {
        return Place.country(row.text("admin0Pcode")).country();
    }

    String operation() {
        return row.text("operation");
    }

    /** What the row says; empty where it has no number, which is not zero. */
    Optional<Figure> figure() {
        return row.findCount("numPresentIdpInd").map(this::figure);
    }

    private Figure figure(BigDecimal people) {
        Why why = Why.of(available("displacementReason").orElse(""));
        String category = available("assessmentType")
                .map(type -> operation() + ", " + type)
                .orElse(operation());
        Line line = new Line(
                Attribution.of(DtmCollector.ID, Basis.REPORTED),
                Measure.of(Metric.IDPS),
                Population.ALL,
                why.cause(),
                why.isPlain() ? category : category + ", " + why.words(),
                null);
        Optional<String> from = available("idpOriginAdmin1Pcode").or(() -> available("idpOriginAdmin1Name"));
        String place = key(2).or(() -> key(1)).orElse(country());
        String record = String.join("/", category, place, why.words(), from.orElse(""));
        return new Figure(
                new SeriesKey(line, place(), from.orElse(null), Rolling.PART),
                SourceRecord.ofRound(record, whole("roundNumber")),
                Statement.of(Period.day(row.date("reportingDate")), Quantity.of(people, Qualifier.EXACT)),
                new Provenance(PAGE, null, document.sha256(), row.pointer("numPresentIdpInd")));
    }

    private Place place() {
        @Nullable Area admin1 = area(1);
        return new Place(country(), admin1, admin1 == null ? null : area(2));
    }

    private @Nullable Area area(int of) {
        return of > level
                ? null
                : available("admin" + of + "Name")
                        .map(name ->
                                new Area(name, available("admin" + of + "Pcode").orElse(null)))
                        .orElse(null);
    }

    private Optional<String> key(int of) {
        return of > level
                ? Optional.empty()
                : available("admin" + of + "Pcode").or(() -> available("admin" + of + "Name"));
    }

    private Optional<String> available(String field) {
        return row.findText(field).filter(text -> !text.equalsIgnoreCase("Not available"));
    }

    private String whole(String field) {
        BigDecimal number = row.count(field);
        if (number.precision() - number.scale() > 9) {
            throw new InvalidFigureException(field, "is absurd: " + number);
        }
        return number.toBigInteger().toString();
    }
}
