package org.tocsin.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time of which nothing is known: points without a value, and days between points, joined where they
 * touch.
 *
 * @param end the first day after the stretch
 * @param periods how many points without a value, and stretches between points, it joins
 */
record Gap(LocalDate start, LocalDate end, int periods) {

    static List<Gap> in(List<Point> points) {
        List<Gap> gaps = new ArrayList<>();
        LocalDate reached = points.get(0).start();
        for (Point point : points) {
            if (point.start().isAfter(reached)) {
                add(gaps, reached, point.start());
            }
            if (point.value() == null) {
                add(gaps, point.start(), point.dayAfter());
            }
            reached = point.dayAfter();
        }
        return gaps;
    }

    private static void add(List<Gap> gaps, LocalDate start, LocalDate end) {
        int last = gaps.size() - 1;
        if (last >= 0 && gaps.get(last).end().equals(start)) {
            gaps.set(last, new Gap(gaps.get(last).start(), end, gaps.get(last).periods() + 1));
        } else {
            gaps.add(new Gap(start, end, 1));
        }
    }
}
