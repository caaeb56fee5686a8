package org.tocsin.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as the text tells it: a year, a month or a day.
 *
 * @param month 1 to 12, 0 when only the year is told
 * @param day 1 to 31, 0 when no day is told
 */
public record PartialDate(int year, int month, int day) {
    public PartialDate {
        if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (month == 0 && day > 0)) {
            throw new DateTimeException("no date: " + year + ", " + month + ", " + day);
        }
        if (day > 0 && day > YearMonth.of(year, month).lengthOfMonth()) {
            throw new DateTimeException("no such day: " + year + ", " + month + ", " + day);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate ofMonth(YearMonth month) {
        return new PartialDate(month.getYear(), month.getMonthValue(), 0);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(year, 0, 0);
    }

    /** ISO, as long as it is told: {@code 2024}, {@code 2024-10} or {@code 2024-10-27}; null gives null. */
    public static @Nullable String iso(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    /** The first day it can mean. */
    public LocalDate firstDay() {
        return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
    }

    /** The last day it can mean. */
    public LocalDate lastDay() {
        return day > 0
                ? firstDay()
                : YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
    }

    @Override
    public String toString() {
        String text = "%04d".formatted(year);
        if (month > 0) {
            text += "-%02d".formatted(month);
        }
        return day > 0 ? text + "-%02d".formatted(day) : text;
    }
}
