package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.Ears;
import org.tocsin.figure.Kind;

/**
 * Fires when a value lies many standard deviations above the mean of those a little before it: the last two stay out, so that a slow
 * rise does not hide itself. For short histories. METHODS R4; the statistic is that distance.
 *
 * @param baseline how many known values make up the baseline, out of at most twice as many windows
 * @param z per level, how many standard deviations
 * @param minSigma what the standard deviation is taken for at least
 * @param capped whether earlier spikes count only as much as they would have fired at
 */
public record EarsC2(int baseline, Map<Level, BigDecimal> z, BigDecimal minSigma, boolean capped) implements Detector {
    public EarsC2 {
        EarsBaseline.check(baseline, minSigma);
        z = Levels.rising("z", z);
        minSigma = Numbers.plainOf(minSigma);
    }

    private EarsBaseline by() {
        return new EarsBaseline(new Ears(baseline, 2, 2 * baseline, minSigma.doubleValue()), capped);
    }

    @Override
    public Family family() {
        return Family.BASELINE;
    }

    @Override
    public Suits suits() {
        return Suits.COUNTS;
    }

    @Override
    public int reach(Kind kind) {
        return by().reach();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        return by().distance(evidence, z);
    }
}
