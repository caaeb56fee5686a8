package org.tocsin.detect;

/**
 * Takes the top off earlier spikes, so that one does not hide the next: a value above what it would have fired at in its time
 * counts as just that much. METHODS, principle 5.
 */
final class Capped {
    private Capped() {}

    /** What a value would have fired at, given those before it; NaN where nothing can be said or nothing fires. */
    interface Mark {
        double of(double[] values, int at);
    }

    /** All but the last, which is judged and stays as it is. */
    static double[] values(double[] values, Mark mark) {
        double[] capped = values.clone();
        for (int i = 0; i < capped.length - 1; i++) {
            double most = mark.of(capped, i);
            if (capped[i] > most) {
                capped[i] = most;
            }
        }
        return capped;
    }
}
