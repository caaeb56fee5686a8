package org.tocsin.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;
import org.tocsin.db.TestDatabase;

/** Clocks on one database, with what a test asks about them. */
final class Bench implements AutoCloseable {
    static final Cron EACH_SECOND = new Cron("* * * * * ?");
    static final Cron MONTHLY = new Cron("0 0 3 1 * ?");
    static final Pace BRISK = new Pace(3, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5));
    /** So long that no tick of a test counts as missed, however slow the machine. */
    static final Pace PATIENT = new Pace(3, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final TestDatabase database;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<JobClock> clocks = new ArrayList<>();

    Bench(TestDatabase database) {
        this.database = database;
    }

    JobClock clock(Pace pace) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        JobClock clock = new JobClock(source, meters, pace);
        clocks.add(clock);
        return clock;
    }

    double counted(String task, Outcome outcome) {
        return meters.counter("tocsin.schedule.runs", "task", task, "outcome", outcome.word())
                .count();
    }

    void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    long number(String sql) {
        try (Handle handle = database.jdbi().open()) {
            return handle.createQuery(sql).mapTo(Long.class).one();
        }
    }

    void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 s").isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        clocks.forEach(JobClock::close);
    }
}
