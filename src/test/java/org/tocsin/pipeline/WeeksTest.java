package org.tocsin.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Point;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.notify.Notice;

class WeeksTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

    @Test
    void daysOfAFlowAddUpByTheWeekBackFromTheLastDayAndTheRestIsLeftOut() {
        List<Notice.SeriesPoint> weeks = Weeks.of(days(16), Kind.FLOW);

        assertThat(weeks)
                .extracting(Notice.SeriesPoint::period)
                .containsExactly(
                        new Period(FIRST.plusDays(2), FIRST.plusDays(8)),
                        new Period(FIRST.plusDays(9), FIRST.plusDays(15)));
        assertThat(weeks)
                .extracting(week -> week.value().intValue())
                .containsExactly(2 + 3 + 4 + 5 + 6 + 7 + 8, 9 + 10 + 11 + 12 + 13 + 14 + 15);
        assertThat(weeks).allMatch(week -> week.low() == null && week.complete());
    }

    @Test
    void aWeekHasTheLastKnownStock() {
        assertThat(Weeks.of(days(7), Kind.STOCK))
                .extracting(week -> week.value().intValue())
                .containsExactly(6);
    }

    @Test
    void fewerDaysThanAWeekTellNothing() {
        assertThat(Weeks.of(days(6), Kind.FLOW)).isEmpty();
    }

    @Test
    void aWeekOfWhichNothingIsKnownIsUnknown() {
        List<Point> days = IntStream.range(0, 7)
                .mapToObj(day -> new Point(Period.day(FIRST.plusDays(day)), null, null, null, day < 6, null))
                .toList();

        assertThat(Weeks.of(days, Kind.FLOW))
                .containsExactly(new Notice.SeriesPoint(new Period(FIRST, FIRST.plusDays(6)), null, null, null, false));
    }

    /** Day n, from 0, counts n. */
    private static List<Point> days(int many) {
        return IntStream.range(0, many)
                .mapToObj(day ->
                        new Point(Period.day(FIRST.plusDays(day)), BigDecimal.valueOf(day), null, null, true, null))
                .toList();
    }
}
