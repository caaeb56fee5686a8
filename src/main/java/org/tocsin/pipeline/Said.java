package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Point;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.series.FigureStore;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.SeriesRef;

/**
 * A judged value and what was said of it.
 *
 * @param figure the one that best stands for it
 * @param alone whether the value is this one figure, and no sum of several
 */
record Said(@Nullable BigDecimal value, Period days, Optional<HeldFigure> figure, boolean alone) {
    static Said of(FigureStore figures, List<SeriesRef> series, Period days, @Nullable BigDecimal value) {
        Optional<HeldFigure> figure = figures.behind(series, days, value);
        boolean alone = figure.filter(found -> found.statement().period().equals(days))
                .map(found -> found.statement().quantity().value())
                .filter(stated -> value != null && value.compareTo(stated) == 0)
                .isPresent();
        return new Said(value, days, figure, alone);
    }

    /** The figure, where the value is nothing else. */
    Optional<HeldFigure> single() {
        return alone ? figure : Optional.empty();
    }

    /**
     * One statement is told as it was hedged. A sum is what it adds up to, within what its windows add up to, and no firmer than its
     * figures.
     *
     * @param windows those that were added up; empty where their bounds are not known any more
     */
    Quantity quantity(Basis basis, List<Point> windows) {
        if (alone) {
            return figure.orElseThrow().statement().quantity();
        }
        Qualifier hedge = basis == Basis.ESTIMATED ? Qualifier.ESTIMATED : Qualifier.EXACT;
        BigDecimal low = bound(windows, Point::low);
        BigDecimal high = bound(windows, Point::high);
        boolean around =
                value != null && low != null && high != null && low.compareTo(value) <= 0 && high.compareTo(value) >= 0;
        return around ? new Quantity(value, low, high, hedge) : new Quantity(value, null, null, hedge);
    }

    /** Null where no window has this bound. */
    private static @Nullable BigDecimal bound(
            List<Point> windows, java.util.function.Function<Point, @Nullable BigDecimal> of) {
        boolean any = false;
        BigDecimal sum = BigDecimal.ZERO;
        for (Point window : windows) {
            BigDecimal bound = of.apply(window);
            BigDecimal value = bound == null ? window.value() : bound;
            any |= bound != null;
            sum = value == null ? sum : sum.add(value);
        }
        return any ? sum : null;
    }
}
