package org.tocsin.collect.ucdp;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.figure.Period;

/**
 * A release of the event dataset, as UCDP numbers them.
 *
 * @param name {@code 25.1}: final, all events up to the end of 2024; {@code 25.0.6}: candidates of June 2025; {@code 25.01.25.06}:
 *     candidates of January to June 2025
 * @param covers the days of events it is whole for
 */
public record Version(String name, Period covers, boolean isFinal) {
    private static final LocalDate FIRST_DAY = LocalDate.of(1989, 1, 1);
    private static final Pattern FINAL = Pattern.compile("(\\d{2})\\.1");
    private static final Pattern MONTH = Pattern.compile("(\\d{2})\\.0\\.(1[0-2]|[1-9])");
    private static final Pattern MONTHS = Pattern.compile("(\\d{2})\\.01\\.\\1\\.(1[0-2]|0[1-9])");

    /**
     * The version of that name.
     *
     * @throws IllegalArgumentException if it is no version of UCDP's
     */
    @JsonCreator
    public static Version of(String name) {
        Matcher last = FINAL.matcher(name);
        if (last.matches()) {
            return new Version(name, new Period(FIRST_DAY, LocalDate.of(year(last) - 1, 12, 31)), true);
        }
        Matcher month = MONTH.matcher(name);
        if (month.matches()) {
            return candidates(name, YearMonth.of(year(month), number(month)), YearMonth.of(year(month), number(month)));
        }
        Matcher months = MONTHS.matcher(name);
        if (months.matches()) {
            return candidates(name, YearMonth.of(year(months), 1), YearMonth.of(year(months), number(months)));
        }
        throw new IllegalArgumentException(
                "'" + name + "' is no version of UCDP's: 25.1 final, 25.0.6 of one month, 25.01.25.06 of several");
    }

    /** The final release that comes out in a year. */
    static Version finalOf(int year) {
        return of("%02d.1".formatted(year % 100));
    }

    /** The candidates of one month. */
    static Version candidatesOf(YearMonth month) {
        return of("%02d.0.%d".formatted(month.getYear() % 100, month.getMonthValue()));
    }

    /** The candidates of a year up to the end of a month, as they were revised since; they come out after each quarter. */
    static Version candidatesUpTo(YearMonth month) {
        int year = month.getYear() % 100;
        return of("%02d.01.%02d.%02d".formatted(year, year, month.getMonthValue()));
    }

    /** Whether another version holds all days of this one: for good, or as they were revised since. */
    boolean isOvertakenBy(Version other) {
        boolean within =
                !covers.start().isBefore(other.covers.start()) && !covers.end().isAfter(other.covers.end());
        return !isFinal && within && (other.isFinal || other.covers.days() > covers.days());
    }

    @JsonValue
    @Override
    public String toString() {
        return name;
    }

    private static Version candidates(String name, YearMonth first, YearMonth last) {
        return new Version(name, new Period(first.atDay(1), last.atEndOfMonth()), false);
    }

    private static int year(Matcher found) {
        return 2000 + Integer.parseInt(found.group(1));
    }

    private static int number(Matcher found) {
        return Integer.parseInt(found.group(2));
    }
}
