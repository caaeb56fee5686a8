package org.tocsin.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Level;

/** Takes decisions into the episodes they belong to: the same for alerts that are told and for a rehearsal of them. */
final class Taking {
    private static final int WEEK = 7;
    private static final String WATCH = "watch";
    private static final String SWEEP = "sweep";

    private final Episodes episodes;

    Taking(Episodes episodes) {
        this.episodes = episodes;
    }

    /**
     * Moves the episode of the decision's key as far as the decision goes.
     *
     * @param keep is handed the decision with its final reason, before the event that names it
     */
    Outcome take(Decision decision, Consumer<Decision> keep) {
        AlertKey key = decision.key();
        Alert open = episodes.findOpen(key).orElse(null);
        Alert.Told last = episodes.lastTold(key).map(Alert::told).orElse(null);
        boolean joined = open != null && episodes.joined(open.id(), decision.lineId());
        Move move = new Course(open, last, joined).next(decision);
        Decision kept = decision.because(move.reason());
        keep.accept(kept);
        return new Outcome(kept, apply(open, kept, move));
    }

    /** Closes an open episode of which nothing more is to be expected. */
    AlertEvent close(Alert alert, String reason, Instant at) {
        AlertState state = alert.standing().state();
        boolean told = state == AlertState.OPEN || state == AlertState.ESCALATED;
        Level level = alert.standing().level();
        episodes.move(alert.id(), AlertState.STOOD_DOWN.code(), level.code(), at, null);
        AlertEvent.Trace trace = new AlertEvent.Trace(SWEEP, reason, null, at);
        return add(alert.id(), level, told, AlertEvent.Kind.STOOD_DOWN, trace);
    }

    private @Nullable AlertEvent apply(@Nullable Alert open, Decision decision, Move move) {
        if (move.kind() == null || move.state() == null) {
            if (open != null) {
                episodes.lookAgain(open.id(), nextLook(decision));
            }
            return null;
        }
        UUID id = open == null ? UUID.randomUUID() : open.id();
        Level level = level(open, decision, move);
        if (open == null) {
            episodes.open(id, decision.key(), level.code(), told(decision, level), nextLook(decision));
        } else {
            Instant lookAt = move.state().isOpen() ? nextLook(decision) : null;
            episodes.move(id, move.state().code(), level.code(), decision.knownAt(), lookAt);
            if (move.told() && decision.judgement().fired()) {
                episodes.tell(id, level.code(), told(decision, level));
            }
        }
        String reason = move.reason().code();
        AlertEvent.Trace trace = new AlertEvent.Trace(WATCH, reason, decision.id(), decision.knownAt());
        return add(id, level, move.told(), move.kind(), trace);
    }

    /** Corroboration and closing leave the level as it is. */
    private static Level level(@Nullable Alert open, Decision decision, Move move) {
        Level found = decision.judgement().level();
        if (found != null && (open == null || move.kind() != AlertEvent.Kind.CORROBORATED)) {
            return found;
        }
        return Objects.requireNonNull(open, "a finding or an open alert")
                .standing()
                .level();
    }

    private static Alert.Told told(Decision decision, Level level) {
        return new Alert.Told(
                decision.lineId(),
                level,
                Objects.requireNonNull(decision.judgement().value(), "a finding without a value"),
                Course.threshold(decision),
                decision.days(),
                decision.knownAt());
    }

    /** What a judgement sees of time is the day; where windows are longer than a day, a look a week is early enough. */
    private static Instant nextLook(Decision decision) {
        int days = decision.rule().rule().watch().interval() == Interval.DAY ? 1 : WEEK;
        return decision.evidence()
                .frame()
                .today()
                .plusDays(days)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    AlertEvent add(UUID alert, Level level, boolean told, AlertEvent.Kind kind, AlertEvent.Trace trace) {
        long id = episodes.add(alert, kind.code(), level.code(), told, trace);
        return new AlertEvent(id, alert, kind, level, told, trace);
    }
}
