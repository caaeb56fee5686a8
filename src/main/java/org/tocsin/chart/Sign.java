package org.tocsin.chart;

/** The signs that carry meaning without colour, drawn alike in the plot and in its legend. */
enum Sign {
    ALERT {
        @Override
        void sample(Pen pen, Box box) {
            pen.arrow(box.middle(), box.bottom() - 1);
        }
    },
    INCOMPLETE {
        @Override
        void sample(Pen pen, Box box) {
            hatched(pen, box);
        }
    },
    NO_DATA {
        @Override
        void sample(Pen pen, Box box) {
            cross(pen, box.middle(), box.y() + box.height() / 2);
        }
    },
    RANGE {
        @Override
        void sample(Pen pen, Box box) {
            whisker(pen, box.middle(), box.y(), box.bottom(), CAP);
        }
    };

    static final double CAP = 3.5;
    private static final double HATCH_SPACING = 4;
    private static final double CROSS_ARM = 3;

    abstract void sample(Pen pen, Box box);

    /** Diagonal lines clipped to the box by arithmetic: an SVG pattern needs an id, which could clash within a page. */
    static void hatched(Pen pen, Box box) {
        double top = box.y();
        double bottom = box.bottom();
        double first = Math.floor((box.x() + top) / HATCH_SPACING) * HATCH_SPACING;
        for (double sum = first; sum < box.right() + bottom; sum += HATCH_SPACING) {
            double left = Math.max(box.x(), sum - bottom);
            double right = Math.min(box.right(), sum - top);
            if (right > left) {
                pen.line(left, sum - left, right, sum - right, Nib.HATCH);
            }
        }
        pen.outline(box, Nib.EDGE);
    }

    static void cross(Pen pen, double x, double y) {
        pen.line(x - CROSS_ARM, y - CROSS_ARM, x + CROSS_ARM, y + CROSS_ARM, Nib.GAP);
        pen.line(x - CROSS_ARM, y + CROSS_ARM, x + CROSS_ARM, y - CROSS_ARM, Nib.GAP);
    }

    static void whisker(Pen pen, double x, double top, double bottom, double cap) {
        pen.line(x, top, x, bottom, Nib.WHISKER);
        pen.line(x - cap, top, x + cap, top, Nib.WHISKER);
        pen.line(x - cap, bottom, x + cap, bottom, Nib.WHISKER);
    }
}
