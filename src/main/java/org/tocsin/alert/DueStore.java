package org.tocsin.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.detect.Rule;

/** The only door to what must be judged. Everything happens in the transaction of the calling step. */
public final class DueStore {
    /** A run with more changes than this lets the smaller ones go first. */
    private static final int BULK = 1_000;

    /** The first wait of a subject that cannot be judged; doubled with each further attempt. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_REASON = 500;

    private final Jdbi jdbi;

    public DueStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Makes due every subject that the run touched under the rules in force, and those beside which it touched what their rule looks at;
     * one row per rule, scope and line, joined with the one that may wait already.
     *
     * @return how many rows were written
     */
    public int enqueue(long run) {
        return jdbi.inTransaction(handle -> {
            BesideDao beside = handle.attach(BesideDao.class);
            boolean looksAside = beside.lookingAside() > 0;
            if (looksAside) {
                beside.lock();
            }
            int rows = handle.attach(DueDao.class).enqueue(run, BULK);
            if (looksAside) {
                for (BesideDao.Seen seen : beside.seen(run)) {
                    rows += beside.enqueue(run, seen);
                }
            }
            return rows;
        });
    }

    /** The open alerts whose time to be looked at has come and that are not due already. */
    public List<UUID> openToLookAt(Instant now) {
        return jdbi.withExtension(DueDao.class, dao -> dao.openToLookAt(now));
    }

    /**
     * Makes an open alert due, if its time to be looked at has come.
     *
     * @return false if it was waiting already, or need not be looked at
     */
    public boolean enqueueOpen(UUID alert, Instant now) {
        return jdbi.withExtension(DueDao.class, dao -> dao.enqueueOpen(alert, now)) == 1;
    }

    /** The rules that time alone makes due and that have not had this day yet. */
    public List<String> daily(LocalDate today) {
        return jdbi.withExtension(DueDao.class, dao -> dao.daily(today));
    }

    /**
     * Makes every subject of a rule due for a day, once however many nodes ask.
     *
     * @return how many rows were written
     */
    public int enqueueDay(String rule, LocalDate today, Instant now) {
        return jdbi.inTransaction(handle -> {
            DueDao dao = handle.attach(DueDao.class);
            return dao.takeDay(rule, today) == 0 ? 0 : dao.enqueueDay(rule, today, now);
        });
    }

    /**
     * What makes a rule of this watch judge, as {@link #enqueue} decides it, in the crises and series of today.
     *
     * @return one for each scope and line, ordered by them
     */
    public List<Trigger> triggers(Rule.Watch watch) {
        return jdbi.withExtension(DueDao.class, dao -> dao.triggers(RuleDao.Matching.of(watch)));
    }

    /**
     * The next subject, locked until the transaction ends; others pass it by. Small runs first, then the oldest; one that could
     * not be judged stands back until its wait is over.
     */
    public Optional<Due> claim(Instant now) {
        return jdbi.withExtension(DueDao.class, dao -> dao.claim(now));
    }

    /** Takes a claimed subject off the list, in the transaction that judged it. */
    public void finish(Due due) {
        jdbi.useExtension(DueDao.class, dao -> dao.finish(due));
    }

    /**
     * Lets a subject that could not be judged stand back, so that others go on: 5 seconds, then twice as long each time, at most
     * an hour. It stays due.
     *
     * @return what is now written beside it; empty if it is not due any more, because another node has judged it
     */
    public Optional<Setback> setBack(Due due, String failure, Instant now) {
        String reason = failure.replace('\0', ' ');
        String kept = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return jdbi.withExtension(DueDao.class, dao -> dao.setBack(due, kept, now, FIRST_WAIT, LONGEST_WAIT));
    }

    /** The subjects that could not be judged at least {@code attempts} times, the oldest first. */
    public List<Setback> setbacks(int attempts, int limit) {
        return jdbi.withExtension(DueDao.class, dao -> dao.setbacks(attempts, limit));
    }

    /** How much waits. */
    public Backlog backlog(Instant now) {
        return jdbi.withExtension(DueDao.class, dao -> dao.backlog(now));
    }

    /** How many subjects wait. */
    public long count() {
        return jdbi.withExtension(DueDao.class, DueDao::count);
    }
}
