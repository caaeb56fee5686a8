package org.tocsin.chart;

import java.math.BigDecimal;
import java.util.List;

/** The one layout of both formats: decides where everything stands, and draws it with whichever pen it is given. */
final class Picture {
    static final int LEAST_WIDTH = 280;
    static final int LEAST_HEIGHT = 240;

    private static final double MARGIN = 12;
    private static final double TICK_GAP = 6;
    private static final double POINTS_PER_STEP = 30;

    private final Chart chart;
    private final Box page;
    private final Wording wording;
    private final Reading reading;
    private final List<String> title;
    private final List<String> credit;
    private final Legend legend;

    /**
     * @param width in picture points, at least {@value #LEAST_WIDTH}
     * @param height in picture points, at least {@value #LEAST_HEIGHT}
     */
    Picture(Chart chart, int width, int height) {
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            throw new IllegalArgumentException("a chart needs at least " + LEAST_WIDTH + " x " + LEAST_HEIGHT
                    + " points, not " + width + " x " + height);
        }
        this.chart = chart;
        this.page = new Box(0, 0, width, height);
        this.wording = new Wording(chart.look().locale());
        this.reading = new Reading(MARGIN, width - MARGIN, chart.look().rightToLeft());
        this.title = Lettering.TITLE.wrap(chart.caption().title(), reading.room(), 2);
        this.credit = Lettering.CREDIT.wrap(chart.caption().credit(), reading.room(), 3);
        this.legend = new Legend(chart, wording, reading);
    }

    void draw(Pen pen) {
        pen.box(page, Tone.SURFACE);
        double top = lines(pen, title, Lettering.TITLE, MARGIN - 2);
        List<String> unit = List.of(Lettering.UNIT.fit(chart.caption().unit(), reading.room()));
        top = lines(pen, unit, Lettering.UNIT, top) + Plot.ARROW_ROOM + TICK_GAP;
        double creditTop = page.bottom() - MARGIN / 2 - credit.size() * Lettering.CREDIT.lineHeight();
        lines(pen, credit, Lettering.CREDIT, creditTop);
        double legendTop = creditTop - legend.height() - TICK_GAP / 2;
        legend.draw(pen, legendTop);
        plot(pen, top, legendTop - TICK_GAP / 2 - Lettering.TICK.lineHeight() - TICK_GAP);
    }

    private double lines(Pen pen, List<String> lines, Lettering lettering, double top) {
        double bottom = top;
        for (String line : lines) {
            pen.letters(line, reading.start(), bottom + lettering.size(), reading.anchor(), lettering);
            bottom += lettering.lineHeight();
        }
        return bottom;
    }

    private void plot(Pen pen, double top, double bottom) {
        int steps = (int) Math.max(2, Math.min(6, (bottom - top) / POINTS_PER_STEP));
        ValueAxis values = ValueAxis.of(chart, steps);
        List<String> labels = wording.axis(values.ticks());
        double widest = labels.stream().mapToDouble(Lettering.TICK::width).max().orElse(0);
        Box box = Box.between(MARGIN + widest + TICK_GAP, Math.floor(top), page.right() - MARGIN, Math.floor(bottom));
        TimeAxis times = new TimeAxis(chart, wording, box);
        Plot plot = new Plot(chart, box, values, times, pen);
        for (int i = 0; i < labels.size(); i++) {
            BigDecimal tick = values.ticks().get(i);
            double y = Math.round(plot.at(tick)) + 0.5;
            pen.line(box.x(), y, box.right(), y, tick.signum() == 0 || i == 0 ? Nib.AXIS : Nib.GRID);
            pen.letters(labels.get(i), box.x() - TICK_GAP, y + 4, Anchor.RIGHT, Lettering.TICK);
        }
        plot.draw(wording);
        double baseline = bottom + TICK_GAP + Lettering.TICK.size();
        times.labels().forEach(label -> pen.letters(label.text(), label.x(), baseline, Anchor.CENTRE, Lettering.TICK));
    }
}
