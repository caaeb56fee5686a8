package org.tocsin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.Map;

/** Draws with Java2D; {@link TextLayout} joins Arabic letters and orders mixed directions. */
final class GraphicsPen implements Pen {
    private static final float MITER = 10;

    private final Graphics2D graphics;
    private final Look look;
    private final Typeface typeface;

    GraphicsPen(Graphics2D graphics, Look look, Typeface typeface) {
        this.graphics = graphics;
        this.look = look;
        this.typeface = typeface;
    }

    @Override
    public void box(Box box, Tone fill) {
        fill(rectangle(box), fill);
    }

    @Override
    public void outline(Box box, Nib nib) {
        stroke(rectangle(box), nib);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Nib nib) {
        stroke(new Line2D.Double(x1, y1, x2, y2), nib);
    }

    @Override
    public void arrow(double x, double tip) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - ARROW_HALF, tip - ARROW_HEIGHT);
        triangle.lineTo(x + ARROW_HALF, tip - ARROW_HEIGHT);
        triangle.lineTo(x, tip);
        triangle.closePath();
        fill(triangle, Tone.ALERT);
    }

    @Override
    public void letters(String text, double x, double baseline, Anchor anchor, Lettering lettering) {
        TextLayout line = layout(text, lettering);
        double left = switch (anchor) {
            case LEFT -> x;
            case CENTRE -> x - line.getAdvance() / 2;
            case RIGHT -> x - line.getAdvance();
        };
        if (lettering.rimmed()) {
            Shape shape = line.getOutline(AffineTransform.getTranslateInstance(left, baseline));
            graphics.setColor(colour(Tone.SURFACE));
            graphics.setStroke(new BasicStroke((float) RIM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(shape);
        }
        graphics.setColor(colour(lettering.tone()));
        line.draw(graphics, (float) left, (float) baseline);
    }

    private TextLayout layout(String text, Lettering lettering) {
        Font font = (lettering.bold() ? typeface.bold() : typeface.regular()).deriveFont((float) lettering.size());
        Boolean direction = look.rightToLeft() ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR;
        AttributedString attributed =
                new AttributedString(text, Map.of(TextAttribute.FONT, font, TextAttribute.RUN_DIRECTION, direction));
        return new TextLayout(attributed.getIterator(), graphics.getFontRenderContext());
    }

    private void fill(Shape shape, Tone tone) {
        graphics.setColor(colour(tone));
        graphics.fill(shape);
    }

    private void stroke(Shape shape, Nib nib) {
        graphics.setColor(colour(nib.tone()));
        graphics.setStroke(
                nib.dashed()
                        ? new BasicStroke(
                                (float) nib.width(),
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                MITER,
                                new float[] {(float) Nib.DASH},
                                0)
                        : new BasicStroke((float) nib.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(shape);
    }

    private Color colour(Tone tone) {
        return new Color(tone.rgb(look.theme()));
    }

    private static Shape rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
