package org.tocsin.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.pipeline.Rehearsed;

/**
 * What a rule would have done.
 *
 * @param scopes how many crises or countries were rehearsed
 * @param reasons how many evaluations ended with each reason
 * @param returnPeriodDays after how many days one crisis or country opens an alert on average; null if none did
 * @param messages to the recipients and endpoints of today
 */
record PreviewAnswer(
        PeriodAnswer days,
        int scopes,
        long evaluations,
        Map<String, Long> reasons,
        long episodes,
        @Nullable BigDecimal returnPeriodDays,
        long messages,
        List<Told> events)
        implements Answer {
    /** One thing that would have been told. */
    record Told(
            Instant at,
            String scope,
            LineAnswer line,
            String kind,
            String level,
            PeriodAnswer window,
            JudgementAnswer judgement,
            int messages) {
        static Told from(Rehearsed.Event event) {
            return new Told(
                    event.at(),
                    event.scope(),
                    LineAnswer.from(event.line()),
                    event.kind().code(),
                    event.level().code(),
                    PeriodAnswer.from(event.window()),
                    JudgementAnswer.from(event.judgement()),
                    event.messages());
        }
    }

    static PreviewAnswer from(Rehearsed rehearsed) {
        Map<String, Long> reasons = new TreeMap<>();
        rehearsed.reasons().forEach((reason, count) -> reasons.put(reason.code(), count));
        return new PreviewAnswer(
                PeriodAnswer.from(rehearsed.days()),
                rehearsed.scopes(),
                rehearsed.evaluations(),
                reasons,
                rehearsed.episodes(),
                rehearsed.returnPeriodDays().orElse(null),
                rehearsed.messages(),
                rehearsed.events().stream().map(Told::from).toList());
    }
}
