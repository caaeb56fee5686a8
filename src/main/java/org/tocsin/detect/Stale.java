package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.method.Sample;

/**
 * Fires when a source has been silent for longer than it ever is: longer than 19 of 20 gaps between its publications, times a
 * factor. METHODS R9. Value and threshold are days, the statistic is their ratio.
 *
 * @param factors per level, how many times that gap
 * @param minDays what the threshold is at least
 * @param gaps how many of the last gaps are looked at
 * @param minGaps with fewer, the interval the source declares takes the place of the gap
 */
public record Stale(Map<Level, BigDecimal> factors, BigDecimal minDays, int gaps, int minGaps) implements Detector {
    private static final double LONG_GAP = 0.95;
    private static final double DAY = Duration.ofDays(1).toSeconds();

    public Stale {
        factors = Levels.rising("factors", factors);
        if (Levels.least(factors).compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("factors: must be at least 1: " + factors);
        }
        if (minGaps < 1 || gaps < minGaps) {
            throw new IllegalArgumentException("minGaps: is not from 1 to " + gaps + ": " + minGaps);
        }
        minDays = Numbers.plainOf(minDays);
    }

    @Override
    public Family family() {
        return Family.SILENCE;
    }

    @Override
    public Suits suits() {
        return new Suits(true, true, Suits.Floor.MEANINGLESS);
    }

    @Override
    public Judgement judge(Evidence evidence) {
        Cadence cadence = evidence.aside() == null ? null : evidence.aside().cadence();
        if (cadence == null || cadence.published().isEmpty()) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        List<Instant> published = cadence.published();
        BigDecimal age = Numbers.told(days(published.get(published.size() - 1), cadence.lookedAt()));
        double usual = usualGap(published);
        double least = Double.isNaN(usual) ? 0 : minDays.doubleValue();
        double gap = Double.isNaN(usual) ? declared(cadence.declaredDays()) : usual;
        if (age == null || Double.isNaN(gap)) {
            return Judgement.quiet(Reason.NO_HISTORY, age);
        }
        double shortest = Math.max(least, Levels.least(factors).doubleValue() * gap);
        return Marks.of(factors, factor -> Math.max(least, factor * gap))
                .above(age, null, age.doubleValue() / shortest);
    }

    /** In days; NaN if too few are known. */
    private double usualGap(List<Instant> published) {
        int first = Math.max(0, published.size() - 1 - gaps);
        double[] days = new double[published.size() - 1 - first];
        for (int i = 0; i < days.length; i++) {
            days[i] = days(published.get(first + i), published.get(first + i + 1));
        }
        return days.length < minGaps
                ? Double.NaN
                : Sample.of(days, 0, days.length).quantile(LONG_GAP);
    }

    private static double declared(@Nullable BigDecimal days) {
        return days == null ? Double.NaN : days.doubleValue();
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / DAY;
    }
}
