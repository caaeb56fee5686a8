package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/** Adds flows up in calendar windows. */
final class FlowWindows {
    /** What several figures of one day add up to. */
    record DaySum(BigDecimal value, BigDecimal low, BigDecimal high, int figures) {}

    /**
     * The parts of a trend.
     *
     * @param longer figures of more than one day, with a value
     * @param spoken the days of statements that are in neither of these
     * @param revised the days of beliefs that were given up
     */
    record Told(NavigableMap<LocalDate, DaySum> days, List<Belief> longer, List<Period> spoken, List<Period> revised) {
        /** The narrowest windows the source itself speaks of. */
        Bucket grain() {
            return days.isEmpty()
                    ? longer.stream()
                            .map(belief -> Bucket.grain(belief.period()))
                            .min(Comparator.naturalOrder())
                            .orElse(Bucket.DAY)
                    : Bucket.DAY;
        }
    }

    private final Told told;
    private final Coverage coverage;
    private final Frame frame;

    FlowWindows(Told told, Coverage coverage, Frame frame) {
        this.told = told;
        this.coverage = coverage;
        this.frame = frame;
    }

    List<Window> list() {
        return frame.bucket().across(frame.span()).stream()
                .map(window -> window(window, this::isTooLong))
                .toList();
    }

    /** One window of any length; what is longer than it stays out. */
    Window over(Period days) {
        return window(days, period -> period.days() > days.days());
    }

    private Window window(Period window, Predicate<Period> tooLong) {
        Sum sum = new Sum();
        told.days.subMap(window.start(), true, window.end(), true).values().forEach(sum::add);
        int leftOut = 0;
        for (Belief belief : told.longer) {
            if (!Spread.overlap(belief.period(), window)) {
                continue;
            }
            if (tooLong.test(belief.period())) {
                leftOut++;
            } else {
                sum.add(belief, window);
            }
        }
        boolean zero = sum.figures == 0 && leftOut == 0 && isSilentlyZero(window);
        boolean known = sum.figures > 0 || zero;
        return new Window(
                window,
                known ? sum.value : null,
                known && sum.ranged ? sum.low : null,
                known && sum.ranged ? sum.high : null,
                new Window.Make(
                        sum.figures,
                        leftOut,
                        known && coverage.isComplete(window, frame.today()),
                        false,
                        told.revised.stream().anyMatch(period -> Spread.overlap(period, window))));
    }

    /** A statement without a number breaks the silence. */
    private boolean isSilentlyZero(Period window) {
        return coverage.absenceIsZero()
                && coverage.covers(window)
                && told.spoken.stream().noneMatch(period -> Spread.overlap(period, window));
    }

    private boolean isTooLong(Period period) {
        return frame.lumps()
                ? Bucket.grain(period).compareTo(frame.bucket()) > 0
                : period.days() > frame.bucket().longest();
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
