package org.tocsin.detect;

import java.util.List;

/**
 * Which earlier values make up the history. Unknown ones do not count, and are never taken for zero.
 *
 * @param window how many windows, or days where the interval is {@link Interval#STATEMENT}
 * @param gap how many windows, or days, between them and the judged one stay out
 * @param minHistory how many of them must be known
 */
public record Past(int window, int gap, int minHistory) {
    public Past {
        if (window < 1) {
            throw new IllegalArgumentException("window: is less than one window: " + window);
        }
        if (gap < 0) {
            throw new IllegalArgumentException("gap: is negative: " + gap);
        }
        if (minHistory < 2) {
            throw new IllegalArgumentException("minHistory: is less than two: " + minHistory);
        }
    }

    int reach() {
        return window + gap;
    }

    /** The first window that belongs to it. */
    int from(Evidence evidence) {
        int last = evidence.points().size() - 1;
        return evidence.frame().interval() == Interval.STATEMENT
                ? younger(evidence, gap + window)
                : Math.max(0, last - gap - window);
    }

    /** The first window after it. */
    int to(Evidence evidence) {
        int last = evidence.points().size() - 1;
        return evidence.frame().interval() == Interval.STATEMENT ? younger(evidence, gap) : Math.max(0, last - gap);
    }

    /** The first statement before the judged one that is at most so many days older; the judged one if there is none. */
    private static int younger(Evidence evidence, int days) {
        List<Point> points = evidence.points();
        int first = points.size() - 1;
        long oldest = evidence.judged().period().end().toEpochDay() - days;
        while (first > 0 && days > 0 && points.get(first - 1).period().end().toEpochDay() >= oldest) {
            first--;
        }
        return first;
    }
}
