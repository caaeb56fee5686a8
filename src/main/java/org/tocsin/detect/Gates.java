package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Basis;

/**
 * What keeps a finding from being told although the numbers are there. A finding is held back by the first gate that applies, in
 * this order: backfill, held, claimed only, late, below the floor, history revised, window incomplete. A judgement that found
 * nothing keeps the detector's reason, unless the value lies under the floor.
 */
final class Gates {
    private final Rule rule;
    private final Evidence evidence;

    Gates(Rule rule, Evidence evidence) {
        this.rule = rule;
        this.evidence = evidence;
    }

    Judgement pass(Judgement found) {
        if (found.reason() == Reason.UNKNOWN) {
            boolean onlyLonger =
                    evidence.judged().value() == null && evidence.frame().leftOut() > 0;
            return onlyLonger ? found.unless(Reason.LONGER_THAN_WINDOW) : found;
        }
        if (!found.fired()) {
            return isBelowFloor(found) ? found.unless(Reason.BELOW_FLOOR) : found;
        }
        Reason why = heldBack(found);
        return why == null ? found : found.unless(why);
    }

    private @Nullable Reason heldBack(Judgement found) {
        if (evidence.change().kind().equals(Change.BACKFILL)) {
            return Reason.BACKFILL;
        }
        if (evidence.change().kind().equals(Change.HELD)) {
            return Reason.HELD;
        }
        if (evidence.subject().line().attribution().basis() == Basis.CLAIMED) {
            return Reason.CLAIMED_ONLY;
        }
        if (ageDays() > rule.firing().maxAgeDays()) {
            return Reason.LATE;
        }
        if (isBelowFloor(found)) {
            return Reason.BELOW_FLOOR;
        }
        if (new Hindsight(rule, evidence).hasMade(found)) {
            return Reason.HISTORY_REVISED;
        }
        return rule.detector().downward() && !evidence.judged().complete() ? Reason.WINDOW_INCOMPLETE : null;
    }

    /** The floor of a downward rule would silence the worst cases; its detector has its own. */
    private boolean isBelowFloor(Judgement found) {
        BigDecimal floor = rule.firing().floor();
        BigDecimal value = found.value();
        return floor != null && value != null && !rule.detector().downward() && value.compareTo(floor) < 0;
    }

    private long ageDays() {
        return ChronoUnit.DAYS.between(
                evidence.judged().period().end(), evidence.frame().today());
    }
}
