package org.tocsin.chart;

/** The kinds of line in a chart. */
enum Nib {
    GRID(Tone.GRID, 1, false),
    AXIS(Tone.MUTED, 1, false),
    HATCH(Tone.SERIES, 1, false),
    EDGE(Tone.SERIES, 1, false),
    STEP(Tone.SERIES, 2.5, false),
    WHISKER(Tone.INK, 1.25, false),
    GAP(Tone.MUTED, 1.5, false),
    ALERT(Tone.ALERT, 2, false),
    LEVEL(Tone.LEVEL, 1.5, true);

    /** Length of a dash, and of the space after it. */
    static final double DASH = 5;

    private final Tone tone;
    private final double width;
    private final boolean dashed;

    Nib(Tone tone, double width, boolean dashed) {
        this.tone = tone;
        this.width = width;
        this.dashed = dashed;
    }

    Tone tone() {
        return tone;
    }

    double width() {
        return width;
    }

    boolean dashed() {
        return dashed;
    }
}
