package org.tocsin.alert;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The only door to what must be judged. Everything happens in the transaction of the calling step. */
public final class DueStore {
    /** A run with more changes than this lets the smaller ones go first. */
    private static final int BULK = 1_000;

    private final Jdbi jdbi;

    public DueStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Makes due every subject that the run touched under the rules in force; one row per rule, scope and line, joined with the one
     * that may wait already.
     *
     * @return how many rows were written
     */
    public int enqueue(long run) {
        return jdbi.withExtension(DueDao.class, dao -> dao.enqueue(run, BULK));
    }

    /**
     * Makes due every open alert whose time to be looked at has come.
     *
     * @return how many were not waiting already
     */
    public int enqueueOpen(Instant now) {
        return jdbi.withExtension(DueDao.class, dao -> dao.enqueueOpen(now));
    }

    /** The next subject, locked until the transaction ends; others pass it by. Small runs first, then the oldest. */
    public Optional<Due> claim() {
        return jdbi.withExtension(DueDao.class, DueDao::claim);
    }

    /** Takes a claimed subject off the list, in the transaction that judged it. */
    public void finish(Due due) {
        jdbi.useExtension(DueDao.class, dao -> dao.finish(due));
    }

    /** How many subjects wait. */
    public long count() {
        return jdbi.withExtension(DueDao.class, DueDao::count);
    }
}
