package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;

/** Fires when the value reaches a fixed number; needs no history. METHODS R1. */
public record Threshold(Map<Level, BigDecimal> levels) implements Detector {
    public Threshold {
        levels = Levels.rising("levels", levels);
    }

    @Override
    public Family family() {
        return Family.LEVEL;
    }

    @Override
    public Judgement judge(Evidence evidence) {
        BigDecimal value = evidence.judged().value();
        if (value == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        Level level =
                Levels.loudest(levels, least -> value.compareTo(least) >= 0).orElse(null);
        return level == null
                ? new Judgement(null, Reason.BELOW_THRESHOLD, value, null, null, Levels.least(levels))
                : new Judgement(level, Reason.FIRED, value, null, null, levels.get(level));
    }
}
