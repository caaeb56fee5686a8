package org.tocsin.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Judgement;
import org.tocsin.detect.Point;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Period;

/**
 * One evaluation of a subject by a version of a rule, fired or not, with everything it was made from.
 *
 * @param lineId the stored line that was judged
 * @param judgement what the rule found; the same whenever it is repeated
 * @param reason why somebody is told or not: the judgement's, unless the state of the alert said otherwise
 */
public record Decision(UUID id, RuleVersion rule, long lineId, Evidence evidence, Judgement judgement, Reason reason) {
    /** Lets the rule judge the evidence. */
    public static Decision of(RuleVersion rule, long lineId, Evidence evidence) {
        Judgement judgement = rule.rule().judge(evidence);
        return new Decision(UUID.randomUUID(), rule, lineId, evidence, judgement, judgement.reason());
    }

    /** The same evaluation with the last word of the alert. */
    public Decision because(Reason other) {
        return new Decision(id, rule, lineId, evidence, judgement, other);
    }

    /** The moment whose knowledge was judged. */
    public Instant knownAt() {
        return evidence.frame().asOf();
    }

    /** Which episode it belongs to. */
    public AlertKey key() {
        var line = evidence.subject().line();
        return new AlertKey(
                rule.rule().id(),
                evidence.subject().scope(),
                line.population().code(),
                line.cause().code(),
                line.appeal());
    }

    /** The days of the judged value: all windows that were added up. */
    public Period days() {
        List<Point> points = evidence.points();
        int width =
                rule.rule().detector().width(evidence.subject().line().measure().kind());
        Point first = points.get(Math.max(0, points.size() - width));
        return new Period(first.period().start(), evidence.judged().period().end());
    }
}
