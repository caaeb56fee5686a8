package org.tocsin.chart;

/** A rectangle in picture points, measured from the upper left corner. */
record Box(double x, double y, double width, double height) {
    static Box between(double left, double top, double right, double bottom) {
        return new Box(left, top, right - left, bottom - top);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return x + width / 2;
    }
}
