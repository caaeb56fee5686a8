package org.tocsin.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scale of the values: round ticks a step of 1, 2 or 5 times a power of ten apart that enclose all there is to see.
 *
 * @param ticks at least two, rising, evenly spaced
 */
record ValueAxis(List<BigDecimal> ticks) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);

    /** An axis of about so many steps; some round steps may be added to enclose the ends. */
    static ValueAxis of(Chart chart, int steps) {
        List<BigDecimal> seen = seen(chart);
        BigDecimal high = seen.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        BigDecimal low = seen.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        boolean far = chart.look().style() == Style.STEPS && farFromZero(low, high);
        BigDecimal from = far ? low : low.min(BigDecimal.ZERO);
        BigDecimal to = high.max(from.max(BigDecimal.ZERO));
        boolean whole =
                seen.stream().allMatch(value -> value.stripTrailingZeros().scale() <= 0);
        BigDecimal step = step(to.subtract(from), steps, whole);
        return new ValueAxis(ticks(from, to, step));
    }

    double low() {
        return ticks.get(0).doubleValue();
    }

    double high() {
        return ticks.get(ticks.size() - 1).doubleValue();
    }

    // Zero is left out where it would flatten all there is to see, but not to make a hill of next to nothing.
    private static boolean farFromZero(BigDecimal low, BigDecimal high) {
        boolean together = low.multiply(TWO).compareTo(high) > 0;
        boolean apart = high.subtract(low).multiply(FIFTY).compareTo(high) >= 0;
        return low.signum() > 0 && together && apart;
    }

    private static List<BigDecimal> seen(Chart chart) {
        Stream<@Nullable BigDecimal> points =
                chart.points().stream().flatMap(point -> Stream.of(point.low(), point.value(), point.high()));
        Threshold threshold = chart.threshold();
        Stream<BigDecimal> level = Stream.ofNullable(threshold).map(Threshold::value);
        return Stream.concat(points.filter(Objects::nonNull), level).toList();
    }

    private static BigDecimal step(BigDecimal span, int steps, boolean whole) {
        if (span.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal least = span.divide(BigDecimal.valueOf(steps), span.scale() + 6, RoundingMode.HALF_UP);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        BigDecimal step = Stream.of(BigDecimal.ONE, TWO, FIVE, BigDecimal.TEN)
                .map(power::multiply)
                .filter(each -> each.compareTo(least) >= 0)
                .findFirst()
                .orElseThrow();
        return whole ? step.max(BigDecimal.ONE) : step;
    }

    private static List<BigDecimal> ticks(BigDecimal from, BigDecimal to, BigDecimal step) {
        BigDecimal first = from.divide(step, 0, RoundingMode.FLOOR);
        BigDecimal last = to.divide(step, 0, RoundingMode.CEILING).max(first.add(BigDecimal.ONE));
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal count = first; count.compareTo(last) <= 0; count = count.add(BigDecimal.ONE)) {
            ticks.add(count.multiply(step));
        }
        return List.copyOf(ticks);
    }
}
