package org.tocsin.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Change;
import org.tocsin.detect.Family;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Period;

/**
 * The state machine of an episode, as a function: where it stands, what was last told of its key, and a decision give the move.
 *
 * @param open the open episode; null if there is none
 * @param last what was last told of the key, also by an earlier episode; null if nothing, or if it was taken back
 * @param joined whether the decision's line has corroborated the open episode already
 */
record Course(@Nullable Alert open, Alert.@Nullable Told last, boolean joined) {
    private static final Set<String> LOWERING = Set.of("revised_down", "retracted", "moved");

    /** Without what has moved, which is lowered in one place and raised in another. */
    private static final Set<String> LOWERED = Set.of("revised_down", "retracted");

    private static final Set<Reason> UNDER = Set.of(Reason.BELOW_THRESHOLD, Reason.BELOW_FLOOR);
    private static final BigDecimal HYSTERESIS = new BigDecimal("0.9");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    Move next(Decision decision) {
        Level level = decision.judgement().level();
        if (level == null) {
            return open == null ? Move.none(decision.judgement().reason()) : quiet(open, decision);
        }
        if (isOnlyRevised(decision, level)) {
            return Move.none(Reason.HISTORY_REVISED);
        }
        if (decision.evidence().change().onlyLowersBefore(decision.days())) {
            return Move.none(open == null ? Reason.HISTORY_REVISED : Reason.COOLING_DOWN);
        }
        if (open == null) {
            return isNews(decision, level)
                    ? Move.told(AlertEvent.Kind.OPENED, AlertState.OPEN, Reason.FIRED)
                    : Move.none(Reason.COOLING_DOWN);
        }
        if (open.standing().state() == AlertState.PENDING_REVIEW) {
            return Move.none(Reason.PENDING_REVIEW);
        }
        if (open.standing().state() == AlertState.CORRECTED) {
            return isNotBefore(open.told(), decision)
                    ? Move.told(AlertEvent.Kind.OPENED, AlertState.OPEN, Reason.FIRED)
                    : Move.none(Reason.COOLING_DOWN);
        }
        return decision.lineId() == open.told().lineId()
                ? again(open, decision, level)
                : fromElsewhere(open, decision, level);
    }

    /** The line that was told fires again. */
    private Move again(Alert alert, Decision decision, Level level) {
        if (level.compareTo(alert.standing().level()) > 0 || isDoubled(alert.told(), decision)) {
            return isNews(decision, level)
                    ? Move.told(AlertEvent.Kind.ESCALATED, AlertState.ESCALATED, Reason.FIRED)
                    : Move.untold(AlertEvent.Kind.ESCALATED, AlertState.ESCALATED, Reason.COOLING_DOWN);
        }
        if (level.compareTo(alert.standing().level()) < 0) {
            boolean eases = decision.evidence().judged().complete() && isNotBefore(alert.told(), decision);
            return eases
                    ? Move.untold(AlertEvent.Kind.EASED, AlertState.OPEN, Reason.COOLING_DOWN)
                    : Move.none(Reason.COOLING_DOWN);
        }
        return isNews(decision, level)
                ? Move.told(AlertEvent.Kind.REPEATED, alert.standing().state(), Reason.FIRED)
                : Move.none(Reason.COOLING_DOWN);
    }

    /** Another source or another breakdown fires: numbers of different lines are never held against each other, levels are. */
    private Move fromElsewhere(Alert alert, Decision decision, Level level) {
        if (level.compareTo(alert.told().level()) > 0) {
            return Move.told(AlertEvent.Kind.ESCALATED, AlertState.ESCALATED, Reason.FIRED);
        }
        if (level == alert.standing().level() && isNews(decision, level)) {
            return Move.told(AlertEvent.Kind.REPEATED, alert.standing().state(), Reason.FIRED);
        }
        return joined
                ? Move.none(Reason.CORROBORATED)
                : Move.untold(AlertEvent.Kind.CORROBORATED, alert.standing().state(), Reason.CORROBORATED);
    }

    /** Nothing was found: does that take back or close what was told? Only the same line can, and never an earlier window. */
    private static Move quiet(Alert alert, Decision decision) {
        Reason reason = decision.judgement().reason();
        if (decision.lineId() != alert.told().lineId()
                || !isNotBefore(alert.told(), decision)
                || alert.standing().state() == AlertState.PENDING_REVIEW) {
            return Move.none(reason);
        }
        boolean corrected = alert.standing().state() == AlertState.CORRECTED;
        if (!corrected && isTakenBack(alert.told(), decision)) {
            return Move.told(AlertEvent.Kind.CORRECTED, AlertState.CORRECTED, reason);
        }
        if (UNDER.contains(reason) && isWellUnder(alert.told(), decision)) {
            return new Move(AlertEvent.Kind.STOOD_DOWN, AlertState.STOOD_DOWN, !corrected, reason);
        }
        return Move.none(reason);
    }

    /**
     * Whether a high is new, or higher than before, although figures were only lowered or taken back: then what it is held against
     * has shrunk, and nothing has happened.
     */
    private boolean isOnlyRevised(Decision decision, Level level) {
        return LOWERED.contains(decision.evidence().change().kind())
                && !isDownward(decision)
                && (open == null
                        || open.standing().state() == AlertState.CORRECTED
                        || level.compareTo(open.standing().level()) > 0);
    }

    /** Whether it may be told although something of the key was told before. */
    private boolean isNews(Decision decision, Level level) {
        return last == null
                || level.compareTo(last.level()) > 0
                || isDoubled(last, decision)
                || hasCooledDown(last, decision);
    }

    /** Only a later window is told again: time alone does not make the same number news. */
    private static boolean hasCooledDown(Alert.Told told, Decision decision) {
        Duration coolDown = Duration.ofDays(decision.rule().rule().firing().coolDownDays());
        boolean later = told.lineId() != decision.lineId()
                || decision.days().end().isAfter(told.days().end());
        boolean came = !decision.evidence().change().kind().equals(Change.SWEEP);
        return later && came && !decision.knownAt().isBefore(told.at().plus(coolDown));
    }

    /** A silence that lasts is one silence, however long. */
    private static boolean isDoubled(Alert.Told told, Decision decision) {
        BigDecimal value = decision.judgement().value();
        boolean silence = decision.rule().rule().detector().family() == Family.SILENCE;
        if (silence
                || value == null
                || told.lineId() != decision.lineId()
                || told.value().signum() <= 0) {
            return false;
        }
        return isDownward(decision)
                ? value.multiply(TWO).compareTo(told.value()) <= 0
                : value.compareTo(told.value().multiply(TWO)) >= 0;
    }

    private static boolean isNotBefore(Alert.Told told, Decision decision) {
        return !decision.days().end().isBefore(told.days().end());
    }

    private static boolean isTakenBack(Alert.Told told, Decision decision) {
        var change = decision.evidence().change();
        Period days = change.days();
        if (!LOWERING.contains(change.kind()) || (days != null && !overlap(days, told.days()))) {
            return false;
        }
        BigDecimal value = decision.judgement().value();
        if (value == null) {
            return overlap(decision.days(), told.days());
        }
        return decision.evidence().judged().complete()
                && overlap(decision.days(), told.days())
                && UNDER.contains(decision.judgement().reason())
                && isUnder(decision, value, told.threshold());
    }

    private static boolean isWellUnder(Alert.Told told, Decision decision) {
        BigDecimal value = decision.judgement().value();
        if (value == null || !decision.evidence().judged().complete()) {
            return false;
        }
        BigDecimal now = threshold(decision);
        return isDownward(decision)
                ? isUnder(decision, value.multiply(HYSTERESIS), told.threshold().max(now))
                : isUnder(decision, value, told.threshold().min(now).multiply(HYSTERESIS));
    }

    private static boolean isUnder(Decision decision, BigDecimal value, BigDecimal threshold) {
        int order = value.compareTo(threshold);
        return isDownward(decision) ? order >= 0 : order < 0;
    }

    /** What the value has to reach: the detector's threshold, and the rule's floor. */
    static BigDecimal threshold(Decision decision) {
        BigDecimal threshold = decision.judgement().threshold();
        BigDecimal floor = decision.rule().rule().firing().floor();
        BigDecimal least = threshold == null ? BigDecimal.ZERO : threshold;
        return floor == null ? least : least.max(floor);
    }

    private static boolean isDownward(Decision decision) {
        return decision.rule().rule().detector().downward();
    }

    private static boolean overlap(Period one, Period other) {
        return !one.end().isBefore(other.start()) && !other.end().isBefore(one.start());
    }
}
