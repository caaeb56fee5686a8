package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.Ears;
import org.tocsin.figure.Kind;

/**
 * Fires when the last three values together lie far above the mean of those before: what each exceeds it by, beyond one standard
 * deviation, is added up. More sensitive than C1, and wrong two to four times as often. METHODS R4; the statistic is that sum.
 *
 * @param baseline how many known values make up the baseline, out of at most twice as many windows
 * @param h per level, the sum that must be exceeded
 * @param minSigma what the standard deviation is taken for at least
 * @param capped whether earlier spikes count only as much as they would have fired at
 */
public record EarsC3(int baseline, Map<Level, BigDecimal> h, BigDecimal minSigma, boolean capped) implements Detector {
    public EarsC3 {
        EarsBaseline.check(baseline, minSigma);
        h = Levels.rising("h", h);
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
        return by().reach() + Ears.SUMMED - 1;
    }

    @Override
    public Judgement judge(Evidence evidence) {
        return by().sum(evidence, h);
    }
}
