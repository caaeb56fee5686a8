package org.tocsin.api;

import java.time.Instant;
import org.tocsin.alert.DecisionEntry;

/**
 * One evaluation of a subject, fired or not.
 *
 * @param reason why somebody was told, or not
 */
record DecisionAnswer(
        String id,
        String rule,
        int ruleVersion,
        String scope,
        Instant at,
        PeriodAnswer period,
        JudgementAnswer judgement,
        String reason) {
    static DecisionAnswer from(DecisionEntry entry) {
        return new DecisionAnswer(
                entry.id().toString(),
                entry.watched().rule(),
                entry.watched().version(),
                entry.watched().scope(),
                entry.watched().at(),
                PeriodAnswer.from(entry.days()),
                JudgementAnswer.from(entry.judgement()),
                entry.reason().code());
    }
}
