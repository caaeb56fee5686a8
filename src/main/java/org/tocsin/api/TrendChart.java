package org.tocsin.api;

import java.util.Locale;
import org.tocsin.chart.Caption;
import org.tocsin.chart.Chart;
import org.tocsin.chart.Look;
import org.tocsin.chart.Point;
import org.tocsin.chart.Style;
import org.tocsin.chart.Theme;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Source;
import org.tocsin.phrase.Label;
import org.tocsin.phrase.Phrases;
import org.tocsin.series.Discretion;
import org.tocsin.series.Window;

/** Makes the picture of a trend. */
final class TrendChart {
    private static final Phrases PHRASES = Phrases.in(Locale.ENGLISH);

    private TrendChart() {}

    static Chart of(TrendReader.Found found, Theme theme) {
        TrendReader.Shown shown = found.trends().get(0);
        Line line = shown.trend().line();
        Caption caption = new Caption(
                PHRASES.metric(line.measure().metric()) + " \u2013 "
                        + found.crisis().name(),
                PHRASES.unit(line.measure().unit()) + ", by "
                        + found.question().interval().code(),
                credit(shown.trend().source()));
        Style style = line.measure().kind() == Kind.STOCK ? Style.STEPS : Style.BARS;
        return new Chart(
                caption,
                new Look(Locale.ENGLISH, theme, style),
                shown.windows().stream().map(TrendChart::point).toList(),
                null,
                null);
    }

    private static Point point(TrendReader.ShownWindow shown) {
        Window window = shown.window();
        boolean known = window.value() != null;
        return new Point(
                window.period().start(),
                window.period().end(),
                window.value(),
                known ? window.low() : null,
                known ? window.high() : null,
                window.make().complete());
    }

    private static String credit(Source source) {
        String terms = source.terms().attribution() + ", " + source.terms().licence();
        String use = source.terms().nonCommercial() ? ". " + PHRASES.label(Label.NON_COMMERCIAL) : "";
        String sums = Discretion.rowsMayLeave(source) ? "" : ". " + PHRASES.label(Label.SUMS_ONLY);
        return terms + use + sums;
    }
}
