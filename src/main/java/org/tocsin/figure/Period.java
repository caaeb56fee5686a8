package org.tocsin.figure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days a figure is about, first and last included, in UTC. */
public record Period(LocalDate start, LocalDate end) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    public Period {
        check(start);
        check(end);
        if (end.isBefore(start)) {
            throw new InvalidFigureException("period", "ends before it starts: " + start + " to " + end);
        }
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    /** Number of days, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    private static void check(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new InvalidFigureException("period", "year is out of range: " + day);
        }
    }
}
