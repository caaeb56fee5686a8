package org.tocsin.crisis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Source;
import org.tocsin.series.Window;

/**
 * One line over two spans: a flow added up over each, a stock as it stood at the end of each.
 *
 * @param derived whether the values are our own sums over appeals
 */
public record Comparison(Line line, Source source, boolean derived, Window span, Window against) {
    private static final int DECIMALS = 1;

    /** How much more the span has, in the unit of the line; null if either is unknown. */
    public @Nullable BigDecimal difference() {
        BigDecimal now = span.value();
        BigDecimal before = against.value();
        return now == null || before == null ? null : now.subtract(before);
    }

    /** The same in percent of what it is held against, to one decimal; null if either is unknown or that is zero. */
    public @Nullable BigDecimal percent() {
        return percent(BigDecimal.ONE, BigDecimal.ONE);
    }

    /** In percent by the day, for flows over spans of different length; null for stocks too. */
    public @Nullable BigDecimal percentByDay() {
        return line.measure().kind() == Kind.STOCK
                ? null
                : percent(
                        BigDecimal.valueOf(span.period().days()),
                        BigDecimal.valueOf(against.period().days()));
    }

    private @Nullable BigDecimal percent(BigDecimal days, BigDecimal daysBefore) {
        BigDecimal now = span.value();
        BigDecimal before = against.value();
        if (now == null || before == null || before.signum() == 0) {
            return null;
        }
        return now.multiply(daysBefore)
                .movePointRight(2)
                .divide(before.multiply(days), DECIMALS, RoundingMode.HALF_UP)
                .subtract(BigDecimal.valueOf(100));
    }
}
