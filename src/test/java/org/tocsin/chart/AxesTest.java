package org.tocsin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxesTest {
    private static final Box PLOT = new Box(60, 60, 560, 150);

    @Test
    void flowsAreMeasuredFromZero() {
        assertThat(ticks(Style.BARS, "8100000", "10300000")).containsExactly(0, 5_000_000, 10_000_000, 15_000_000);
    }

    @Test
    void stocksThatLieFarFromZeroAreMeasuredFromTheirOwnGround() {
        assertThat(ticks(Style.STEPS, "8100000", "10300000"))
                .containsExactly(8_000_000, 9_000_000, 10_000_000, 11_000_000);
    }

    @Test
    void aStockThatHardlyMovesIsNotMadeAHill() {
        assertThat(ticks(Style.STEPS, "5000000", "5000003")).startsWith(0);
    }

    @Test
    void peopleAreNotDividedByTheAxis() {
        assertThat(ticks(Style.BARS, "0", "2")).containsExactly(0, 1, 2);
        assertThat(ticks(Style.BARS, "0")).containsExactly(0, 1);
    }

    @Test
    void ratesHaveFractionsOnTheAxis() {
        assertThat(ticks(Style.BARS, "0.25", "0.9")).containsExactly(0, 0.5, 1);
    }

    @Test
    void negativeBalancesAreEnclosed() {
        assertThat(ticks(Style.BARS, "-30", "55")).containsExactly(-50, 0, 50, 100);
    }

    @Test
    void daysAreNamedUntilMonthsAreNamedUntilYearsAre() {
        assertThat(labels(7, 1)).startsWith("3 Nov 2025", "4 Nov").hasSize(7);
        assertThat(labels(200, 1)).containsExactly("Nov 2025", "Dec", "Jan 2026", "Feb", "Mar", "Apr", "May");
        assertThat(labels(60, 91)).startsWith("2026", "2028").endsWith("2040");
    }

    private static double[] ticks(Style style, String... values) {
        List<Point> points = IntStream.range(0, values.length)
                .mapToObj(day -> point(day, 1, new BigDecimal(values[day])))
                .toList();
        return ValueAxis.of(chart(style, points), 3).ticks().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    private static List<String> labels(int count, int days) {
        List<Point> points = IntStream.range(0, count)
                .mapToObj(i -> point(i * days, days, BigDecimal.ONE))
                .toList();
        return new TimeAxis(chart(Style.BARS, points), new Wording(Locale.ENGLISH), PLOT)
                .labels().stream().map(TimeAxis.Label::text).toList();
    }

    private static Point point(int offset, int days, BigDecimal value) {
        LocalDate start = Charts.FIRST.plusDays(offset);
        return new Point(start, start.plusDays(days - 1), value, null, null, true);
    }

    private static Chart chart(Style style, List<Point> points) {
        return new Chart(Charts.ENGLISH_CAPTION, new Look(Locale.ENGLISH, Theme.LIGHT, style), points, null, null);
    }
}
