package org.tocsin.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Draws with SVG elements whose looks are attributes, as a content security policy may forbid styles. */
final class SvgPen implements Pen {
    // With SVG's own direction, text-anchor's start and end change sides, and not in every viewer; these do not touch
    // it.
    private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
    private static final char POP_ISOLATE = '\u2069';

    private final XmlWriter xml;
    private final Theme theme;
    private final boolean rightToLeft;

    SvgPen(XmlWriter xml, Theme theme, boolean rightToLeft) {
        this.xml = xml;
        this.theme = theme;
        this.rightToLeft = rightToLeft;
    }

    @Override
    public void box(Box box, Tone fill) {
        rectangle(box);
        xml.with("fill", colour(fill)).close();
    }

    @Override
    public void outline(Box box, Nib nib) {
        rectangle(box);
        xml.with("fill", "none");
        stroke(nib);
        xml.close();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Nib nib) {
        xml.open("line")
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2));
        stroke(nib);
        xml.close();
    }

    @Override
    public void arrow(double x, double tip) {
        String top = "," + number(tip - ARROW_HEIGHT) + " ";
        String points = number(x - ARROW_HALF) + top + number(x + ARROW_HALF) + top + number(x) + "," + number(tip);
        xml.open("polygon")
                .with("points", points)
                .with("fill", colour(Tone.ALERT))
                .close();
    }

    @Override
    public void letters(String text, double x, double baseline, Anchor anchor, Lettering lettering) {
        xml.open("text")
                .with("x", number(x))
                .with("y", number(baseline))
                .with("text-anchor", anchor(anchor))
                .with("font-size", number(lettering.size()))
                .with("font-weight", lettering.bold() ? "bold" : "normal")
                .with("fill", colour(lettering.tone()));
        if (lettering.rimmed()) {
            xml.with("stroke", colour(Tone.SURFACE))
                    .with("stroke-width", number(RIM))
                    .with("stroke-linejoin", "round")
                    .with("paint-order", "stroke");
        }
        xml.text(rightToLeft ? RIGHT_TO_LEFT_ISOLATE + text + POP_ISOLATE : text)
                .close();
    }

    private void rectangle(Box box) {
        xml.open("rect")
                .with("x", number(box.x()))
                .with("y", number(box.y()))
                .with("width", number(box.width()))
                .with("height", number(box.height()));
    }

    private void stroke(Nib nib) {
        xml.with("stroke", colour(nib.tone())).with("stroke-width", number(nib.width()));
        if (nib.dashed()) {
            xml.with("stroke-dasharray", number(Nib.DASH));
        }
    }

    private String colour(Tone tone) {
        return String.format(Locale.ROOT, "#%06x", tone.rgb(theme));
    }

    private static String anchor(Anchor anchor) {
        return switch (anchor) {
            case LEFT -> "start";
            case CENTRE -> "middle";
            case RIGHT -> "end";
        };
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
