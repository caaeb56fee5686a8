package org.tocsin.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.figure.Period;

/** A calendar window; weeks are ISO weeks. */
public enum Bucket {
    DAY(1),
    WEEK(7),
    MONTH(31),
    QUARTER(92),
    YEAR(366);

    private static final int MONTHS_IN_QUARTER = 3;

    private final int longest;

    Bucket(int longest) {
        this.longest = longest;
    }

    /** The days of the longest window of this kind. */
    public int longest() {
        return longest;
    }

    /** The window that holds a day. */
    public Period around(LocalDate day) {
        LocalDate start = start(day);
        return new Period(start, next(start).minusDays(1));
    }

    /** The widest window that begins and ends with {@code period}, or a row of such windows; a day if there is no wider one. */
    public static Bucket grain(Period period) {
        for (int i = values().length - 1; i > 0; i--) {
            Bucket bucket = values()[i];
            if (bucket.around(period.start()).start().equals(period.start())
                    && bucket.around(period.end()).end().equals(period.end())) {
                return bucket;
            }
        }
        return DAY;
    }

    /** All windows that share a day with {@code span}, in order. */
    public List<Period> across(Period span) {
        List<Period> windows = new ArrayList<>();
        for (LocalDate start = start(span.start()); !start.isAfter(span.end()); start = next(start)) {
            windows.add(new Period(start, next(start).minusDays(1)));
        }
        return windows;
    }

    /** The first day of the window {@code count} windows before the one that holds {@code day}. */
    public LocalDate back(LocalDate day, int count) {
        LocalDate start = start(day);
        return switch (this) {
            case DAY -> start.minusDays(count);
            case WEEK -> start.minusWeeks(count);
            case MONTH -> start.minusMonths(count);
            case QUARTER -> start.minusMonths((long) MONTHS_IN_QUARTER * count);
            case YEAR -> start.minusYears(count);
        };
    }

    private LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_IN_QUARTER);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate start) {
        return back(start, -1);
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
