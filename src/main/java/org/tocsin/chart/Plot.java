package org.tocsin.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the values into their box: bars or steps, what is uncertain or missing about them, and what they are compared with. */
final class Plot {
    /** Height above the plot that an arrow over its highest value needs. */
    static final double ARROW_ROOM = 14;

    private static final double LEAST_BAR = 1.5;
    private static final double ARROW_DISTANCE = 4;
    private static final double TEXT_DISTANCE = 4;

    private final Chart chart;
    private final Box box;
    private final ValueAxis values;
    private final TimeAxis times;
    private final Pen pen;

    Plot(Chart chart, Box box, ValueAxis values, TimeAxis times, Pen pen) {
        this.chart = chart;
        this.box = box;
        this.values = values;
        this.times = times;
        this.pen = pen;
    }

    void draw(Wording wording) {
        known().forEach(this::shape);
        if (chart.look().style() == Style.STEPS) {
            risers();
        }
        known().filter(chart::marks).forEach(point -> pen.outline(shapeOf(point), Nib.ALERT));
        known().forEach(this::whisker);
        Gap.in(chart.points()).forEach(gap -> Sign.cross(pen, middle(gap.start(), gap.end()), box.bottom() - 6));
        threshold(wording);
        arrow();
    }

    double at(BigDecimal value) {
        double share = (value.doubleValue() - values.low()) / (values.high() - values.low());
        return box.bottom() - box.height() * share;
    }

    private Stream<Point> known() {
        return chart.points().stream().filter(point -> point.value() != null);
    }

    private void shape(Point point) {
        Box shape = shapeOf(point);
        if (!point.complete()) {
            Sign.hatched(pen, shape);
        } else if (chart.look().style() == Style.BARS) {
            pen.box(shape, Tone.SERIES);
        }
        if (chart.look().style() == Style.STEPS) {
            double y = at(value(point));
            pen.line(times.at(point.start()), y, times.at(point.dayAfter()), y, Nib.STEP);
        }
    }

    /** From the value to zero, or to the axis where it leaves zero out; a known zero is a thin line, unlike a gap. */
    private Box shapeOf(Point point) {
        double left = times.at(point.start());
        double right = times.at(point.dayAfter());
        double inset = chart.look().style() == Style.BARS ? Math.min(3, (right - left) * 0.12) : 0;
        double value = at(value(point));
        double base = at(BigDecimal.valueOf(Math.max(0, values.low())));
        double top = Math.min(Math.min(value, base), base - LEAST_BAR);
        return Box.between(left + inset, value > base ? base : top, right - inset, Math.max(value, base));
    }

    private void risers() {
        List<Point> points = chart.points();
        for (int i = 1; i < points.size(); i++) {
            BigDecimal before = points.get(i - 1).value();
            BigDecimal after = points.get(i).value();
            boolean touching = points.get(i - 1).dayAfter().equals(points.get(i).start());
            if (before != null && after != null && touching) {
                double x = times.at(points.get(i).start());
                pen.line(x, at(before), x, at(after), Nib.STEP);
            }
        }
    }

    private void whisker(Point point) {
        if (point.low() == null && point.high() == null) {
            return;
        }
        double cap = Math.min(Sign.CAP, shapeOf(point).width() / 2);
        double top = at(orValue(point.high(), point));
        double bottom = at(orValue(point.low(), point));
        Sign.whisker(pen, middle(point.start(), point.dayAfter()), top, bottom, cap);
    }

    private void threshold(Wording wording) {
        Threshold threshold = chart.threshold();
        if (threshold == null) {
            return;
        }
        double y = at(threshold.value());
        pen.line(box.x(), y, box.right(), y, Nib.LEVEL);
        String text = wording.sentence("level", threshold.label(), wording.exact(threshold.value()));
        String fitting = Lettering.LEVEL.fit(text, box.width() - 2 * TEXT_DISTANCE);
        boolean above = y - Lettering.LEVEL.lineHeight() > box.y();
        double baseline = above ? y - TEXT_DISTANCE : y + Lettering.LEVEL.size() + TEXT_DISTANCE;
        pen.letters(fitting, box.x() + TEXT_DISTANCE, baseline, Anchor.LEFT, Lettering.LEVEL);
    }

    private void arrow() {
        List<Point> marked = chart.points().stream().filter(chart::marks).toList();
        if (marked.isEmpty()) {
            return;
        }
        double top = marked.stream()
                .filter(point -> point.value() != null)
                .mapToDouble(point -> Math.min(shapeOf(point).y(), at(orValue(point.high(), point))))
                .min()
                .orElse(box.bottom() - ARROW_ROOM);
        LocalDate end = marked.get(marked.size() - 1).dayAfter();
        pen.arrow(middle(marked.get(0).start(), end), top - ARROW_DISTANCE);
    }

    private double middle(LocalDate start, LocalDate end) {
        return (times.at(start) + times.at(end)) / 2;
    }

    private static BigDecimal orValue(@Nullable BigDecimal bound, Point point) {
        return bound == null ? value(point) : bound;
    }

    private static BigDecimal value(Point point) {
        return Objects.requireNonNull(point.value());
    }
}
