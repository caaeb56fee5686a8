package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a value must exceed at each level. */
final class Marks {
    private final Map<Level, BigDecimal> marks = new EnumMap<>(Level.class);

    private Marks() {}

    /** One mark per parameter of the scale. A mark that is no number is beyond any value. */
    static Marks of(Map<Level, BigDecimal> scale, DoubleUnaryOperator mark) {
        Marks made = new Marks();
        scale.forEach((level, parameter) -> {
            BigDecimal told = Numbers.told(mark.applyAsDouble(parameter.doubleValue()));
            if (told != null) {
                made.marks.put(level, told);
            }
        });
        return made;
    }

    /** Fires at the loudest level whose mark is exceeded. */
    Judgement above(BigDecimal value, Judgement.@Nullable Comparison comparison, double statistic) {
        Level level = Levels.loudest(marks, mark -> value.compareTo(mark) > 0).orElse(null);
        return judgement(level, value, comparison, statistic);
    }

    /** Fires at this level, whatever the value. */
    Judgement judgement(
            @Nullable Level level, BigDecimal value, Judgement.@Nullable Comparison comparison, double statistic) {
        BigDecimal told = Numbers.told(statistic);
        if (level == null) {
            BigDecimal least = marks.isEmpty() ? null : Levels.least(marks);
            return new Judgement(null, Reason.BELOW_THRESHOLD, value, comparison, told, least);
        }
        return new Judgement(level, Reason.FIRED, value, comparison, told, marks.get(level));
    }
}
