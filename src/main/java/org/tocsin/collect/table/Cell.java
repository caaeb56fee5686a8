package org.tocsin.collect.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write into the cells of a spreadsheet. */
final class Cell {
    private static final Set<String> UNKNOWN = Set.of("", "-", "–", "n/a", "na", "null", "not available", "unknown");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,' \u00a0\u202f]\\d{3})+(\\.\\d+)?");
    private static final Pattern RANGE = Pattern.compile("([\\d][\\d.,' \u00a0\u202f]*?)\\s*(?:-|–|to)\\s*([\\d].*)");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** The bounds of a range, as plain numbers. */
    record Range(String low, String high) {}

    private Cell() {}

    /** Empty for the words that people write where they do not know. */
    static Optional<String> known(String cell) {
        String text = cell.strip();
        return UNKNOWN.contains(text.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(text);
    }

    /** Without the marks between thousands; what is no such number stays as it is. */
    static String number(String text) {
        return GROUPED.matcher(text).matches() ? text.replaceAll("[,' \u00a0\u202f]", "") : text;
    }

    /** The bounds of {@code 7,300 - 7,600}. */
    static Optional<Range> range(String text) {
        Matcher range = RANGE.matcher(text);
        return range.matches()
                ? Optional.of(new Range(
                        number(range.group(1).strip()), number(range.group(2).strip())))
                : Optional.empty();
    }

    /** The last day of a year written alone; what is no year stays as it is. */
    static String lastDay(String text) {
        return YEAR.matcher(text).matches() ? text + "-12-31" : text;
    }

    /** The first day of a year written alone; what is no year stays as it is. */
    static String firstDay(String text) {
        return YEAR.matcher(text).matches() ? text + "-01-01" : text;
    }
}
