package org.tocsin.chart;

/** Where lines of text begin and which way they run; only text is mirrored for right-to-left readers, not the plot. */
record Reading(double left, double right, boolean rightToLeft) {
    double start() {
        return rightToLeft ? right : left;
    }

    Anchor anchor() {
        return rightToLeft ? Anchor.RIGHT : Anchor.LEFT;
    }

    double room() {
        return right - left;
    }

    /** A box of this width whose first edge, as one reads, is so far from the start. */
    Box box(double fromStart, double top, double width, double height) {
        double x = rightToLeft ? right - fromStart - width : left + fromStart;
        return new Box(x, top, width, height);
    }
}
