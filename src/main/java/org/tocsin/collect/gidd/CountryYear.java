package org.tocsin.collect.gidd;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
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

/** A country in a year: how often people fled conflict in it, and how many were displaced by it when it ended. */
final class CountryYear {
    static final URI LINK = URI.create("https://www.internal-displacement.org/database/displacement-data/");

    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(9999);

    private final Row row;
    private final Page page;
    private final Document document;

    CountryYear(Row row, Page page, Document document) {
        this.row = row;
        this.page = page;
        this.document = document;
    }

    void tell(Intake intake) {
        Period year = year(row);
        state("new_displacement", Metric.NEW_DISPLACEMENTS, year, intake);
        state("total_displacement", Metric.IDPS, Period.day(year.end()), intake);
    }

    /** A null is no data; a 0 is none, though the rounded number beside it is null. */
    private void state(String field, Metric metric, Period period, Intake intake) {
        Place place = Place.country(row.text("iso3"));
        Line line = Line.of(
                Attribution.of(GiddCollector.ID, Basis.ESTIMATED), Measure.of(metric), Population.ALL, Cause.CONFLICT);
        String record = "conflict/" + place.country() + "/" + period.end().getYear();
        try {
            row.findCount(field)
                    .ifPresent(people -> intake.figure(new Figure(
                            SeriesKey.total(line, place),
                            SourceRecord.of(record, field),
                            Statement.of(period, Quantity.of(people, Qualifier.EXACT)),
                            new Provenance(
                                    LINK, page.released().orElse(null), document.sha256(), row.pointer(field)))));
        } catch (InvalidFigureException e) {
            intake.rejected(row.pointer(field), field, String.valueOf(e.getMessage()));
        }
    }

    /** The days of a row's year. */
    static Period year(Row row) {
        BigDecimal said = row.count("year");
        if (said.signum() == 0 || said.compareTo(LAST_YEAR) > 0) {
            throw new InvalidFigureException("year", "is absurd: " + said);
        }
        int year = said.intValue();
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
