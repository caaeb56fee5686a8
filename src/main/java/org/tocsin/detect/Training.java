package org.tocsin.detect;

import org.jspecify.annotations.Nullable;
import org.tocsin.detect.method.Sample;

/**
 * The past that a chart for level shifts takes for usual: a window that ends a while ago and stays out of the run that is judged.
 *
 * @param training how many windows it is learned from
 * @param run how many windows, the judged one last, may make up the shift
 * @param minHistory how many of the training windows must be known
 */
public record Training(int training, int run, int minHistory) {
    public Training {
        if (training < 2 || run < 1 || minHistory < 2) {
            throw new IllegalArgumentException(
                    "training: two windows, a run of one and a history of two are the least: " + training + ", " + run
                            + ", " + minHistory);
        }
    }

    /** Mean and dispersion of what is usual, and where the run begins. */
    record Usual(double mean, double dispersion, int start) {}

    int reach() {
        return training + run - 1;
    }

    /** Null if too little is known. After nothing but zeros the mean is that of half a case. */
    @Nullable
    Usual of(double[] values) {
        int start = Math.max(0, values.length - run);
        Sample known = Sample.of(values, start - training, start);
        return known.size() < minHistory
                ? null
                : new Usual(Math.max(known.mean(), 0.5 / known.size()), known.dispersion(), start);
    }

    Judgement.Comparison comparison(Evidence evidence, Usual usual, int since) {
        Judgement.Comparison mean =
                Values.comparison(usual.mean(), Values.days(evidence, usual.start() - training, usual.start()));
        return new Judgement.Comparison(
                mean.value(),
                mean.period(),
                evidence.points().get(since).period().start(),
                true);
    }
}
