package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;

class ChangeStatementTest {
    /** Told of the year after 27 October 2023. */
    private static final ChangeStatement YEAR = said("2023-10-27", "2024-10-28");

    @Test
    void aYearThatEndsSomeDaysBeforeItWasSaidIsTheSameYear() {
        assertThat(YEAR.isAbout(days("2023-10-27", "2024-10-26"))).isTrue();
        assertThat(YEAR.isAbout(days("2023-11-01", "2024-10-31"))).isTrue();
    }

    @Test
    void anotherYearOrAPartOfThisOneIsNot() {
        assertThat(YEAR.isAbout(days("2022-10-27", "2023-10-26"))).isFalse();
        assertThat(YEAR.isAbout(days("2023-10-27", "2024-01-31"))).isFalse();
        assertThat(YEAR.isAbout(days("2023-10-27", "2023-11-03"))).isFalse();
    }

    @Test
    void aShortSpanHasAWeekToSpare() {
        ChangeStatement fortnight = said("2024-03-01", "2024-03-14");

        assertThat(fortnight.isAbout(days("2024-03-05", "2024-03-18"))).isTrue();
        assertThat(fortnight.isAbout(days("2024-03-15", "2024-03-28"))).isFalse();
    }

    private static Period days(String start, String end) {
        return new Period(LocalDate.parse(start), LocalDate.parse(end));
    }

    private static ChangeStatement said(String since, String published) {
        return new ChangeStatement(
                "x",
                new ChangeStatement.Subject(Metric.KILLED, Place.country("MMR"), Population.CIVILIANS, Cause.CONFLICT),
                new ChangeStatement.Change(
                        ChangeStatement.Direction.INCREASE, BigDecimal.valueOf(95), LocalDate.parse(since), null),
                new ChangeStatement.Saying("OHCHR", LocalDate.parse(published), null),
                null);
    }
}
