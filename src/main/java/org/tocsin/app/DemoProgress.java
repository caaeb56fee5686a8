package org.tocsin.app;

import java.io.PrintStream;

/** Shows how far the replay is, on a stream of its own so that what it prints stays the same from run to run. */
final class DemoProgress {
    private static final int STEPS = 10;

    private final PrintStream err;
    private int shown;

    DemoProgress(PrintStream err) {
        this.err = err;
    }

    void show(double share) {
        int step = (int) (share * STEPS);
        if (step > shown) {
            shown = step;
            err.println("replayed " + step * 100 / STEPS + " %");
        }
    }
}
