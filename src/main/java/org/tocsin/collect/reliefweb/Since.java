package org.tocsin.collect.reliefweb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;

/** From when the value of a day counts. */
@FunctionalInterface
interface Since {
    Pattern IN_NAME = Pattern.compile("since (\\d{1,2} [A-Z][a-z]{2} \\d{4})");
    DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** The days that a value as of {@code day} is about. */
    Period until(LocalDate day);

    /**
     * Reads a column of the table: empty for what holds on its day, {@code month} and {@code year} for what is counted anew in each,
     * {@code name} for a day in the name, or a day.
     */
    static Since of(String column, String name) {
        return switch (column) {
            case "" -> Period::day;
            case "month" -> day -> new Period(day.withDayOfMonth(1), day);
            case "year" -> day -> new Period(day.withDayOfYear(1), day);
            case "name" -> from(inName(name));
            default -> from(LocalDate.parse(column));
        };
    }

    private static Since from(LocalDate start) {
        return day -> new Period(start, day);
    }

    private static LocalDate inName(String name) {
        Matcher since = IN_NAME.matcher(name);
        try {
            return LocalDate.parse(since.find() ? since.group(1) : "", DAY);
        } catch (DateTimeException e) {
            throw new InvalidFigureException("name", "says no day since when: '" + name + "'");
        }
    }
}
