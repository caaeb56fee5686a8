package org.tocsin.chart;

/** What a picture is drawn with; there is one pen per picture format, and both follow the same layout. */
interface Pen {
    double ARROW_HALF = 5;
    double ARROW_HEIGHT = 9;
    double RIM = 3;

    void box(Box box, Tone fill);

    void outline(Box box, Nib nib);

    void line(double x1, double y1, double x2, double y2, Nib nib);

    /** A filled arrowhead of the alert's colour that points down at its tip. */
    void arrow(double x, double tip);

    /** One line of text, never empty; rimmed lettering stands out from what it crosses by a rim of the surface colour. */
    void letters(String text, double x, double baseline, Anchor anchor, Lettering lettering);
}
