package org.tocsin.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Decision;
import org.tocsin.detect.Canonical;
import org.tocsin.pipeline.Explain;

/**
 * Why an alert was told.
 *
 * @param evidence all the rule saw, in its canonical form; null where it is withheld
 * @param repeated what the rule finds in that evidence now
 * @param same whether that is, byte for byte, what it found then
 * @param anew the evidence as the store gives it now for the same moment; null if it gives none
 * @param storeAgrees whether those are the same points
 * @param withheld whether the evidence is days of a source that lets out sums by week or coarser only
 */
record ExplanationAnswer(
        String decision,
        RuleAnswer rule,
        String reason,
        String evidenceSha256,
        @JsonRawValue @Nullable String evidence,
        JudgementAnswer judgement,
        JudgementAnswer repeated,
        boolean same,
        @JsonRawValue @Nullable String anew,
        boolean storeAgrees,
        boolean withheld)
        implements Answer {
    static ExplanationAnswer from(Explain.Explanation explanation, boolean withheld) {
        Decision decision = explanation.decision();
        String evidence = Canonical.write(decision.evidence());
        return new ExplanationAnswer(
                decision.id().toString(),
                RuleAnswer.from(decision.rule()),
                decision.reason().code(),
                Canonical.sha256(evidence),
                withheld ? null : evidence,
                JudgementAnswer.from(decision.judgement()),
                JudgementAnswer.from(explanation.repeated()),
                explanation.same(),
                explanation
                        .anew()
                        .filter(anew -> !withheld)
                        .map(Canonical::write)
                        .orElse(null),
                explanation.storeAgrees(),
                withheld);
    }
}
