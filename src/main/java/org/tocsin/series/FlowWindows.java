package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/** Adds flows up in calendar windows. */
final class FlowWindows {
    /** What several figures of one day add up to. */
    record DaySum(BigDecimal value, BigDecimal low, BigDecimal high, int figures) {}

    private final NavigableMap<LocalDate, DaySum> days;
    private final List<Belief> longer;
    private final List<Period> revised;
    private final Coverage coverage;
    private final Frame frame;

    /**
     * Takes the parts of a trend.
     *
     * @param longer figures of more than one day
     * @param revised the days of beliefs that were given up
     */
    FlowWindows(
            NavigableMap<LocalDate, DaySum> days,
            List<Belief> longer,
            List<Period> revised,
            Coverage coverage,
            Frame frame) {
        this.days = days;
        this.longer = longer;
        this.revised = revised;
        this.coverage = coverage;
        this.frame = frame;
    }

    List<Window> list() {
        return frame.bucket().across(frame.span()).stream().map(this::window).toList();
    }

    private Window window(Period window) {
        Sum sum = new Sum();
        days.subMap(window.start(), true, window.end(), true).values().forEach(sum::add);
        int leftOut = 0;
        for (Belief belief : longer) {
            if (!Spread.overlap(belief.period(), window) || belief.value() == null) {
                continue;
            }
            if (!frame.lumps() && belief.period().days() > frame.bucket().longest()) {
                leftOut++;
            } else {
                sum.add(belief, window);
            }
        }
        boolean silent = sum.figures == 0;
        boolean zero = silent && leftOut == 0 && coverage.absenceIsZero() && coverage.covers(window);
        boolean known = !silent || zero;
        return new Window(
                window,
                known ? sum.value : null,
                known && sum.ranged ? sum.low : null,
                known && sum.ranged ? sum.high : null,
                new Window.Make(
                        sum.figures,
                        leftOut,
                        known && coverage.isPastLag(window, frame.today()),
                        false,
                        revised.stream().anyMatch(period -> Spread.overlap(period, window))));
    }

    private static final class Sum {
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal low = BigDecimal.ZERO;
        private BigDecimal high = BigDecimal.ZERO;
        private boolean ranged;
        private int figures;

        void add(DaySum day) {
            add(day.value, day.low, day.high, day.figures);
        }

        void add(Belief belief, Period window) {
            BigDecimal share = share(belief.value(), belief, window);
            add(
                    share,
                    belief.low() == null ? share : share(belief.low(), belief, window),
                    belief.high() == null ? share : share(belief.high(), belief, window),
                    1);
        }

        private void add(BigDecimal more, BigDecimal atLeast, BigDecimal atMost, int count) {
            value = value.add(more);
            low = low.add(atLeast);
            high = high.add(atMost);
            ranged |= atLeast.compareTo(more) != 0 || atMost.compareTo(more) != 0;
            figures += count;
        }

        private static BigDecimal share(@Nullable BigDecimal of, Belief belief, Period window) {
            return of == null ? BigDecimal.ZERO : Spread.share(of, belief.period(), window);
        }
    }
}
