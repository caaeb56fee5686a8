package org.tocsin.chart;

/**
 * The few colours of a chart, by what they are for. Text keeps a contrast of at least 4.5 to 1 with the surface and
 * shapes of 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); the grid is decoration.
 */
enum Tone {
    SURFACE(0xffffff, 0x15191e),
    INK(0x1b1f24, 0xe6e8eb),
    MUTED(0x57606a, 0xa6adb5),
    GRID(0xdde2e7, 0x343b43),
    SERIES(0x5a8cc4, 0x4f86c0),
    ALERT(0xb3261e, 0xff8a80),
    LEVEL(0x7d4e00, 0xe5b454);

    private final int light;
    private final int dark;

    Tone(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** As 0xRRGGBB. */
    int rgb(Theme theme) {
        return switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }
}
