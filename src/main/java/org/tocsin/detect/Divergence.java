package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.method.Sample;
import org.tocsin.figure.Kind;
import org.tocsin.figure.SourceId;

/**
 * Fires when two sources that say comparable things drift apart: their ratio leaves its own median, up or down, by a factor. Both
 * must be whole on the judged window. The value is how many times the usual the ratio is, or the usual is of it; the statistic is
 * the ratio over its median, under 1 if the judged source has fallen behind.
 *
 * @param factors per level, how many times
 */
public record Divergence(@JsonUnwrapped Past past, Map<Level, BigDecimal> factors) implements Detector {
    public Divergence {
        factors = Levels.rising("factors", factors);
        if (Levels.least(factors).compareTo(BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException("factors: must be above 1: " + factors);
        }
    }

    @Override
    public Family family() {
        return Family.DIVERGENCE;
    }

    @Override
    public Suits suits() {
        return Suits.RATIOS;
    }

    @Override
    public int reach(Kind kind) {
        return past.reach();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        Evidence other = other(evidence);
        if (other == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        double[] ratios = ratios(evidence, other);
        double now = ratios[ratios.length - 1];
        if (Double.isNaN(now)) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        if (!evidence.judged().complete() || !other.judged().complete()) {
            return Judgement.quiet(Reason.WINDOW_INCOMPLETE, null);
        }
        Sample history = Sample.of(ratios, past.from(evidence), past.to(evidence));
        if (history.size() < past.minHistory()) {
            return Judgement.quiet(Reason.NO_HISTORY, null);
        }
        double departed = now / history.median();
        BigDecimal apart = Numbers.told(Math.max(departed, 1 / departed));
        return apart == null
                ? Judgement.quiet(Reason.UNKNOWN, null)
                : Marks.of(factors, factor -> factor).judgement(reached(apart), apart, null, departed);
    }

    private @Nullable Level reached(BigDecimal apart) {
        return Levels.loudest(factors, factor -> apart.compareTo(factor) >= 0).orElse(null);
    }

    private static @Nullable Evidence other(Evidence evidence) {
        List<Evidence> lines =
                evidence.aside() == null ? List.of() : evidence.aside().lines();
        return lines.stream()
                .filter(line -> !source(line).equals(source(evidence)))
                .findFirst()
                .orElse(null);
    }

    private static SourceId source(Evidence evidence) {
        return evidence.subject().line().attribution().source();
    }

    /** NaN where one of the two is unknown or zero. */
    private static double[] ratios(Evidence evidence, Evidence other) {
        Map<LocalDate, BigDecimal> said = new HashMap<>();
        for (Point point : other.points()) {
            if (point.value() != null) {
                said.put(point.period().start(), point.value());
            }
        }
        double[] ratios = Values.of(evidence);
        for (int i = 0; i < ratios.length; i++) {
            BigDecimal against = said.get(evidence.points().get(i).period().start());
            double of = against == null ? 0 : against.doubleValue();
            ratios[i] = of > 0 && ratios[i] > 0 ? ratios[i] / of : Double.NaN;
        }
        return ratios;
    }
}
