package org.tocsin.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern around one quantity and the metric it proves.
 *
 * @param confidence how often the pattern is right where it fits
 * @param anchors what kinds of quantity it may start from, as a mask
 * @param metric fixed by the rule; absent where the marked word names it
 * @param left steps from the quantity backwards, nearest first
 * @param right steps from the quantity forwards
 */
record Rule(
        String name,
        double confidence,
        long anchors,
        @Nullable ToldMetric metric,
        List<Step> left,
        List<Step> right) {
    private static final int FAILED = -2;

    /**
     * So many symbols that have one of the tags.
     *
     * @param event whether the symbol matched last names the metric
     */
    record Step(long mask, int least, int most, boolean event) {}

    /** Where the pattern fitted: first and last symbol, and the symbol that names the metric (-1 for none). */
    record Fit(int first, int last, int event) {}

    @Nullable
    Fit fit(Sentence sentence, int anchor) {
        if (!sentence.at(anchor).hasAny(anchors) || !canFit(sentence, left) || !canFit(sentence, right)) {
            return null;
        }
        Walk back = new Walk(sentence, left, -1);
        int first = back.from(0, anchor - 1, anchor);
        if (first == FAILED) {
            return null;
        }
        Walk on = new Walk(sentence, right, 1);
        int last = on.from(0, anchor + 1, anchor);
        return last == FAILED ? null : new Fit(first, last, Math.max(back.event, on.event));
    }

    /** Most rules fall out here: a sentence without the words a rule must have cannot fit it. */
    private static boolean canFit(Sentence sentence, List<Step> steps) {
        for (Step step : steps) {
            if (step.least() > 0 && (sentence.mask() & step.mask()) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A lazy walk along the steps; dead ends are remembered, so that its cost is at most steps times window. */
    private static final class Walk {
        private static final int WINDOW = 64;

        private final Sentence sentence;
        private final List<Step> steps;
        private final int direction;
        private final long[] dead;
        private int event = -1;

        Walk(Sentence sentence, List<Step> steps, int direction) {
            this.sentence = sentence;
            this.steps = steps;
            this.direction = direction;
            this.dead = new long[steps.size() + 1];
        }

        /** The last symbol matched, or FAILED. */
        int from(int step, int at, int anchor) {
            if (step == steps.size()) {
                return at - direction;
            }
            int distance = Math.abs(at - anchor);
            if (distance >= WINDOW || (dead[step] & 1L << distance) != 0) {
                return FAILED;
            }
            Step wanted = steps.get(step);
            int taken = 0;
            int here = at;
            while (true) {
                if (taken >= wanted.least()) {
                    int end = from(step + 1, here, anchor);
                    if (end != FAILED) {
                        event = wanted.event() && taken > 0 ? here - direction : event;
                        return end;
                    }
                }
                if (taken == wanted.most() || !sentence.isAt(here, wanted.mask())) {
                    dead[step] |= 1L << distance;
                    return FAILED;
                }
                taken++;
                here += direction;
            }
        }
    }
}
