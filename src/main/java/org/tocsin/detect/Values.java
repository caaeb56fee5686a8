package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import org.tocsin.figure.Period;

/** The values of the evidence as plain numbers. */
final class Values {
    private Values() {}

    /** One per window, the judged one last; NaN is unknown. */
    static double[] of(Evidence evidence) {
        List<Point> points = evidence.points();
        double[] values = new double[points.size()];
        for (int i = 0; i < values.length; i++) {
            BigDecimal value = points.get(i).value();
            values[i] = value == null ? Double.NaN : value.doubleValue();
        }
        return values;
    }

    /** The days from one window, or the first if it lies before that, to another, itself left out. */
    static Period days(Evidence evidence, int from, int to) {
        List<Point> points = evidence.points();
        return new Period(
                points.get(Math.max(0, from)).period().start(),
                points.get(to - 1).period().end());
    }

    /** What is expected, and the days it was learned from; empty unless it is a number. */
    static Judgement.Comparison comparison(double expected, Period days) {
        BigDecimal told = Numbers.told(expected);
        return new Judgement.Comparison(told == null ? BigDecimal.ZERO : told, days, null, true);
    }
}
