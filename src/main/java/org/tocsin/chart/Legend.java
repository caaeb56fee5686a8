package org.tocsin.chart;

import java.util.ArrayList;
import java.util.List;

/** Names each sign that occurs in the plot, and no other. */
final class Legend {
    static final double ROW = 17;
    private static final double SIGN = 14;
    private static final double SIGN_HEIGHT = 10;
    private static final double BETWEEN = 16;
    private static final double BESIDE = 5;

    private final List<List<Entry>> rows = new ArrayList<>();
    private final Reading reading;

    private record Entry(Sign sign, String text, double fromStart) {}

    Legend(Chart chart, Wording wording, Reading reading) {
        this.reading = reading;
        Mark mark = chart.mark();
        if (mark != null) {
            add(Sign.ALERT, mark.label());
        }
        if (chart.points().stream().anyMatch(point -> point.value() != null && !point.complete())) {
            add(Sign.INCOMPLETE, wording.word("incomplete"));
        }
        if (!Gap.in(chart.points()).isEmpty()) {
            add(Sign.NO_DATA, wording.word("nodata"));
        }
        if (chart.points().stream().anyMatch(point -> point.low() != null || point.high() != null)) {
            add(Sign.RANGE, wording.word("range"));
        }
    }

    double height() {
        return rows.size() * ROW;
    }

    void draw(Pen pen, double top) {
        for (int row = 0; row < rows.size(); row++) {
            for (Entry entry : rows.get(row)) {
                Box box = reading.box(entry.fromStart(), top + row * ROW + 3, SIGN, SIGN_HEIGHT);
                entry.sign().sample(pen, box);
                double x =
                        reading.box(entry.fromStart() + SIGN + BESIDE, 0, 0, 0).x();
                pen.letters(entry.text(), x, box.bottom() - 1, reading.anchor(), Lettering.LEGEND);
            }
        }
    }

    private void add(Sign sign, String text) {
        String fitting = Lettering.LEGEND.fit(text, reading.room() - SIGN - BESIDE);
        double from = rows.isEmpty() ? 0 : end(rows.get(rows.size() - 1)) + BETWEEN;
        if (rows.isEmpty() || from + SIGN + BESIDE + Lettering.LEGEND.width(fitting) > reading.room()) {
            rows.add(new ArrayList<>());
            from = 0;
        }
        rows.get(rows.size() - 1).add(new Entry(sign, fitting, from));
    }

    private static double end(List<Entry> row) {
        Entry last = row.get(row.size() - 1);
        return last.fromStart() + SIGN + BESIDE + Lettering.LEGEND.width(last.text());
    }
}
