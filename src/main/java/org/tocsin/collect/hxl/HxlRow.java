package org.tocsin.collect.hxl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.CountryNames;
import org.tocsin.figure.Area;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;

/** One row of a tagged table, cell by tag. */
record HxlRow(Map<Tag, String> cells, @Nullable String country) {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** What tells rows of one place and time apart. */
    private static final List<String> DIMENSIONS =
            List.of("#event", "#adm1", "#adm2", "#adm3", "#adm4", "#loc", "#sector", "#subsector", "#org", "#activity");

    Place place() {
        String said = find("#country", "code")
                .or(() -> find("#country"))
                .or(() -> Optional.ofNullable(country))
                .orElseThrow(() -> new InvalidFigureException("#country", "is missing"));
        String iso3 = CountryNames.iso3(said).orElse(said);
        Area admin1 = area("#adm1");
        return new Place(iso3, admin1, admin1 == null ? null : area("#adm2"));
    }

    /** The days the row is about: those stated, the day it happened or was reported, or the year. */
    Period period() {
        Optional<String> end = find("#date", "end");
        if (end.isPresent()) {
            LocalDate last = day("#date+end", end.get());
            return new Period(
                    find("#date", "start").map(text -> day("#date+start", text)).orElse(last), last);
        }
        Optional<String> day = find("#date", "occurred").or(() -> find("#date", "reported"));
        if (day.isPresent()) {
            return Period.day(day("#date", day.get()));
        }
        Optional<String> year = find("#date", "year");
        if (year.isPresent() && year.get().matches("\\d{4}")) {
            int number = Integer.parseInt(year.get());
            return new Period(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31));
        }
        return find("#date")
                .map(text -> Period.day(day("#date", text)))
                .orElseThrow(() -> new InvalidFigureException("#date", "is missing"));
    }

    Optional<String> sector() {
        return find("#sector");
    }

    /** Whether it is one of several rows that add up to its country. */
    boolean isPart() {
        return find("#event").isPresent() || find("#adm1").isPresent();
    }

    String record() {
        String about = cells.entrySet().stream()
                .filter(cell -> DIMENSIONS.contains(cell.getKey().name()))
                .map(cell -> cell.getValue().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("/"));
        Period days = period();
        return place().country() + ":" + days.start() + ":" + days.end() + (about.isEmpty() ? "" : ":" + about);
    }

    /** The first cell under a tag with these attributes; empty if blank. */
    private Optional<String> find(String name, String... attributes) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().is(name, attributes))
                .map(cell -> cell.getValue().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private @Nullable Area area(String name) {
        Optional<String> code = find(name, "code");
        return find(name, "name")
                .or(() -> find(name))
                .map(text -> new Area(text, code.orElse(null)))
                .orElse(null);
    }

    private static LocalDate day(String field, String text) {
        try {
            return Character.isDigit(text.charAt(text.length() - 1)) && text.indexOf(' ') > 0 && text.indexOf(':') < 0
                    ? LocalDate.parse(text, WORDS)
                    : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new InvalidFigureException(field, "is not a date: '" + text + "'");
        }
    }
}
