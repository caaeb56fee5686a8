package org.tocsin.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Judgement;

/**
 * What a rule found.
 *
 * @param level null where it found nothing to tell
 */
record JudgementAnswer(
        @Nullable String level,
        String reason,
        @Nullable BigDecimal value,
        @Nullable Comparison comparison,
        @Nullable BigDecimal statistic,
        @Nullable BigDecimal threshold) {
    record Comparison(BigDecimal value, PeriodAnswer period, boolean usual) {}

    static JudgementAnswer from(Judgement judgement) {
        Judgement.Comparison against = judgement.comparison();
        return new JudgementAnswer(
                judgement.level() == null ? null : judgement.level().code(),
                judgement.reason().code(),
                judgement.value(),
                against == null
                        ? null
                        : new Comparison(
                                against.value(), PeriodAnswer.from(against.period()), against.isOfUsualWindow()),
                judgement.statistic(),
                judgement.threshold());
    }
}
