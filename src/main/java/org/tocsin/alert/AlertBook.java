package org.tocsin.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;

/**
 * The only door to the alerts: takes decisions, moves the episode they belong to, and says what is to be told. Every move is an
 * event; decision and events are written in the transaction of the calling step.
 */
public final class AlertBook {
    private static final int WEEK = 7;

    private static final String WATCH = "watch";
    private static final String SWEEP = "sweep";

    private final Jdbi jdbi;
    private final DecisionStore decisions;

    public AlertBook(Jdbi jdbi, DecisionStore decisions) {
        this.jdbi = jdbi;
        this.decisions = decisions;
    }

    /**
     * Keeps the decision with its final reason, and moves the episode of its key as far as the decision goes. A window that has
     * lost its figures must be judged again as unknown, else what was told of it cannot be taken back.
     */
    public Outcome take(Decision decision) {
        return jdbi.inTransaction(handle -> {
            AlertDao dao = handle.attach(AlertDao.class);
            AlertKey key = decision.key();
            dao.lock(key.toString());
            Alert open = dao.findOpen(key).orElse(null);
            Alert.Told last = dao.lastTold(key).map(Alert::told).orElse(null);
            boolean joined = open != null && dao.joined(open.id(), decision.lineId());
            Move move = new Course(open, last, joined).next(decision);
            Decision kept = decision.because(move.reason());
            decisions.record(kept);
            return new Outcome(kept, apply(dao, open, kept, move));
        });
    }

    /**
     * Closes an episode of which nothing more is to be expected: its subject is stale, its plan year has ended, its rule is gone.
     *
     * @param reason the code kept with the event
     * @return the event; empty if the episode is closed already
     */
    public Optional<AlertEvent> closeStale(UUID id, String reason, Instant at) {
        return jdbi.inTransaction(handle -> {
            AlertDao dao = handle.attach(AlertDao.class);
            Alert alert = dao.hold(id).orElseThrow(() -> new NoSuchAlertException(id));
            if (!alert.standing().state().isOpen()) {
                return Optional.empty();
            }
            boolean told = alert.standing().state() == AlertState.OPEN
                    || alert.standing().state() == AlertState.ESCALATED;
            Level level = alert.standing().level();
            dao.move(id, AlertState.STOOD_DOWN.code(), level.code(), at, null);
            AlertEvent.Trace trace = new AlertEvent.Trace(SWEEP, reason, null, at);
            return Optional.of(add(dao, id, level, told, AlertEvent.Kind.STOOD_DOWN, trace));
        });
    }

    /** Closes an episode whose subject is stale. */
    public Optional<AlertEvent> closeStale(UUID id, Instant at) {
        return closeStale(id, Reason.STALE.code(), at);
    }

    /** Marks the alert as seen; the first mark stays. Tells nobody. */
    public void acknowledge(UUID id, String by, Instant at) {
        jdbi.useTransaction(handle -> {
            AlertDao dao = handle.attach(AlertDao.class);
            Alert alert = dao.hold(id).orElseThrow(() -> new NoSuchAlertException(id));
            if (dao.acknowledge(id, by, at) == 1) {
                AlertEvent.Trace trace = new AlertEvent.Trace(by, AlertEvent.Kind.ACKNOWLEDGED.code(), null, at);
                add(dao, id, alert.standing().level(), false, AlertEvent.Kind.ACKNOWLEDGED, trace);
            }
        });
    }

    public Optional<Alert> findOpen(AlertKey key) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.findOpen(key));
    }

    public Alert get(UUID id) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.find(id)).orElseThrow(() -> new NoSuchAlertException(id));
    }

    /** What happened to the alert, oldest first. */
    public List<AlertEvent> events(UUID alert) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.events(alert));
    }

    /** The episode of the same key before this one; empty if there was none, or if what it told was taken back. */
    public Optional<Alert> findBefore(Alert alert) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.before(alert.key(), alert.seq()));
    }

    /** How often a rule that has been judged in a scope was told of there, up to {@code at}. */
    public Frequency frequency(String rule, String scope, Instant at) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.frequency(rule, scope, at));
    }

    /** Open alerts whose time to be looked at has come, the longest waiting first. */
    public List<Alert> toLookAt(Instant now, int limit) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.toLookAt(now, limit));
    }

    /**
     * Alerts, newest first.
     *
     * @param before only those with a smaller {@code seq}; null for the newest
     */
    public List<Alert> list(AlertFilter filter, @Nullable Long before, int limit) {
        Level least = filter.least() == null ? Level.WATCH : filter.least();
        List<String> levels = Arrays.stream(Level.values())
                .filter(level -> level.compareTo(least) >= 0)
                .map(Level::code)
                .toList();
        return jdbi.withExtension(
                AlertDao.class,
                dao -> dao.list(
                        filter.open(),
                        filter.state() == null ? null : filter.state().code(),
                        filter.scope(),
                        filter.since(),
                        levels,
                        before == null ? Long.MAX_VALUE : before,
                        limit));
    }

    private static @Nullable AlertEvent apply(AlertDao dao, @Nullable Alert open, Decision decision, Move move) {
        if (move.kind() == null || move.state() == null) {
            if (open != null) {
                dao.lookAgain(open.id(), nextLook(decision));
            }
            return null;
        }
        UUID id = open == null ? UUID.randomUUID() : open.id();
        Level level = level(open, decision, move);
        if (open == null) {
            dao.open(id, decision.key(), level.code(), told(decision, level), nextLook(decision));
        } else {
            Instant lookAt = move.state().isOpen() ? nextLook(decision) : null;
            dao.move(id, move.state().code(), level.code(), decision.knownAt(), lookAt);
            if (move.told() && decision.judgement().fired()) {
                dao.tell(id, level.code(), told(decision, level));
            }
        }
        String reason = move.reason().code();
        AlertEvent.Trace trace = new AlertEvent.Trace(WATCH, reason, decision.id(), decision.knownAt());
        return add(dao, id, level, move.told(), move.kind(), trace);
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

    private static AlertEvent add(
            AlertDao dao, UUID alert, Level level, boolean told, AlertEvent.Kind kind, AlertEvent.Trace trace) {
        long id = dao.add(alert, kind.code(), level.code(), told, trace);
        return new AlertEvent(id, alert, kind, level, told, trace);
    }
}
