package org.tocsin.chart;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to draw: everything a picture needs, checked here so that drawing cannot meet a contradiction.
 *
 * @param points at least one, in order of time, not overlapping; days that no point covers are gaps
 * @param threshold a level to compare with
 * @param mark the period the picture is about; covers at least one point
 */
public record Chart(
        Caption caption,
        Look look,
        List<Point> points,
        @Nullable Threshold threshold,
        @Nullable Mark mark) {
    public Chart {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a chart needs at least one point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).start().isAfter(points.get(i - 1).end())) {
                throw new IllegalArgumentException("points overlap or are out of order at "
                        + points.get(i).start() + ", after " + points.get(i - 1).end());
            }
        }
        if (mark != null && points.stream().noneMatch(mark::covers)) {
            throw new IllegalArgumentException(
                    "mark covers no point of the chart: " + mark.start() + " to " + mark.end());
        }
    }

    /**
     * The chart in a few sentences of the reader's language, for those who do not see it: the alternative text of a
     * picture in a mail, and the {@code <desc>} of the SVG.
     */
    public String description() {
        return new Description(this).text();
    }

    LocalDate start() {
        return points.get(0).start();
    }

    LocalDate dayAfter() {
        return points.get(points.size() - 1).dayAfter();
    }

    boolean marks(Point point) {
        return mark != null && mark.covers(point);
    }
}
