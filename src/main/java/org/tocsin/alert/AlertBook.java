package org.tocsin.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.detect.Reason;

/**
 * The only door to the alerts: takes decisions, moves the episode they belong to, and says what is to be told. Every move is an
 * event; decision and events are written in the transaction of the calling step.
 */
public final class AlertBook implements Book {
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
    @Override
    public Outcome take(Decision decision) {
        return jdbi.inTransaction(handle -> {
            AlertDao dao = handle.attach(AlertDao.class);
            dao.lock(decision.key().toString());
            return new Taking(dao).take(decision, decisions::record);
        });
    }

    /**
     * Closes an episode of which nothing more is to be expected: its subject is stale, or its rule is gone.
     *
     * @param reason the code kept with the event
     * @return the event; empty if the episode is closed already
     */
    public Optional<AlertEvent> close(UUID id, String reason, Instant at) {
        return jdbi.inTransaction(handle -> {
            AlertDao dao = handle.attach(AlertDao.class);
            Alert alert = dao.hold(id).orElseThrow(() -> new NoSuchAlertException(id));
            if (!alert.standing().state().isOpen()) {
                return Optional.empty();
            }
            return Optional.of(new Taking(dao).close(alert, reason, at));
        });
    }

    /** Closes an episode whose subject is stale. */
    @Override
    public Optional<AlertEvent> closeStale(UUID id, Instant at) {
        return close(id, Reason.STALE.code(), at);
    }

    /** Marks the alert as seen; the first mark stays. Tells nobody. */
    public void acknowledge(UUID id, String by, Instant at) {
        jdbi.useTransaction(handle -> {
            AlertDao dao = handle.attach(AlertDao.class);
            Alert alert = dao.hold(id).orElseThrow(() -> new NoSuchAlertException(id));
            if (dao.acknowledge(id, by, at) == 1) {
                AlertEvent.Trace trace = new AlertEvent.Trace(by, AlertEvent.Kind.ACKNOWLEDGED.code(), null, at);
                new Taking(dao).add(id, alert.standing().level(), false, AlertEvent.Kind.ACKNOWLEDGED, trace);
            }
        });
    }

    @Override
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

    /** The decision on what was last told of an alert as a finding; empty if nothing was. */
    public Optional<UUID> findTold(UUID alert) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.told(alert));
    }

    /** Open alerts, but not those that wait for their review, whose rule has been out of force since before {@code then}. */
    public List<UUID> listWithoutRule(Instant then) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.withoutRule(then));
    }

    /** How many alerts of a scope were open at a moment. */
    public int countOpen(String scope, Instant at) {
        return jdbi.withExtension(AlertDao.class, dao -> dao.openAt(scope, at));
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
}
