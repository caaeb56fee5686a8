package org.tocsin.collect.unhcr;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** One row: people of one country of origin in one country of asylum, in one year. */
final class Pair {
    private static final URI PAGE = URI.create("https://www.unhcr.org/refugee-statistics/");

    /** A year's numbers as of its last day come in the middle of June; until then the API answers those of its middle under it. */
    private static final MonthDay RELEASE = MonthDay.of(Month.JUNE, 10);

    /** Fewer people than this are published as none or as this many. */
    private static final BigDecimal ROUNDED = BigDecimal.valueOf(5);

    private final Row row;
    private final Document document;

    Pair(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    /** @throws InvalidFigureException if it is no pair of a year that can be known; nothing was told then */
    void tell(Intake intake) {
        LocalDate asOf = asOf();
        String origin = country("coo");
        String asylum = country("coa");
        for (Cell cell : Cell.values()) {
            try {
                number(cell, origin.equals(asylum))
                        .ifPresent(people -> intake.figure(figure(cell, asOf, origin, asylum, people)));
            } catch (InvalidFigureException e) {
                intake.rejected(row.pointer(cell.field()), cell.field(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** What a cell says: {@code 123}, {@code "0"}, or {@code "-"} where nothing was collected, which is not zero. */
    private Optional<BigDecimal> number(Cell cell, boolean sameCountry) {
        String field = cell.field();
        if (row.findText(field).filter("-"::equals).isPresent()) {
            return Optional.empty();
        }
        Optional<BigDecimal> people = row.findCount(field);
        if (cell.isAtHome() == sameCountry) {
            return people;
        }
        // The cells of refugees in their own country, or of displaced people in another one, are filled up with zeros.
        people.filter(any -> any.signum() > 0).ifPresent(any -> {
            throw new InvalidFigureException(field, any + " people where there can be none");
        });
        return Optional.empty();
    }

    private Figure figure(Cell cell, LocalDate asOf, String origin, String asylum, BigDecimal people) {
        Period period = cell.isFlow() ? new Period(asOf.withDayOfYear(1), asOf) : Period.day(asOf);
        boolean few = people.signum() > 0 && people.compareTo(ROUNDED) <= 0;
        Status status = isYearsEnd(asOf) ? Status.FINAL : Status.PROVISIONAL;
        // What returned in half a year is part of what returned in the year, under one record; two stocks are two.
        String when = cell.isFlow() ? String.valueOf(asOf.getYear()) : asOf.toString();
        return new Figure(
                series(cell, origin, asylum),
                SourceRecord.of(when + "/" + row.text("coo") + "/" + row.text("coa"), cell.field()),
                new Statement(period, Quantity.of(people, few ? Qualifier.ABOUT : Qualifier.EXACT), status, Event.NONE),
                new Provenance(PAGE, null, document.sha256(), row.pointer(cell.field())));
    }

    private static SeriesKey series(Cell cell, String origin, String asylum) {
        Place place = Place.country(cell.isBackHome() ? origin : asylum);
        String from = cell.isBackHome() ? asylum : origin;
        return new SeriesKey(cell.line(), place, cell.isAtHome() ? null : from, Rolling.TOTAL);
    }

    /** The last day of the year, or of its first half where the numbers of its end cannot be out yet. */
    private LocalDate asOf() {
        BigDecimal said = row.count("year");
        if (said.compareTo(BigDecimal.valueOf(Year.MAX_VALUE)) > 0) {
            throw new InvalidFigureException("year", "is absurd: " + said);
        }
        int year = said.intValue();
        LocalDate fetched = document.fetchedOn();
        LocalDate middle = LocalDate.of(year, Month.JUNE, 30);
        if (fetched.isBefore(middle)) {
            throw new InvalidFigureException("year", year + " was not half over on " + fetched);
        }
        return fetched.isBefore(RELEASE.atYear(year + 1)) ? middle : LocalDate.of(year, Month.DECEMBER, 31);
    }

    private static boolean isYearsEnd(LocalDate asOf) {
        return asOf.getMonth() == Month.DECEMBER;
    }

    /** ISO code of one side; a few islands have none, and are found by name or keep UNHCR's own code. */
    private String country(String side) {
        String own = row.text(side);
        if (own.equals("-")) {
            throw new InvalidFigureException(side, "is summed over all countries, and only pairs are counted");
        }
        return row.findText(side + "_iso")
                .or(() -> row.findText(side + "_name").flatMap(CountryNames::iso3))
                .orElse(own);
    }
}
