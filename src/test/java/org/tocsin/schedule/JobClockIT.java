package org.tocsin.schedule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;

final class JobClockIT {
    private final TestDatabase database = TestDatabase.migrated();
    private final Bench bench = new Bench(database);

    @AfterEach
    void close() {
        bench.close();
        database.close();
    }

    @Test
    void aTaskRunsWhenItIsDueOnceStarted() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", runs::release));
        assertThat(clock.running()).isFalse();

        clock.start();

        assertThat(clock.running()).isTrue();
        assertThat(runs.tryAcquire(2, 10, SECONDS)).isTrue();
        clock.close();
        assertThat(clock.running()).isFalse();
        assertThat(bench.counted("fts", Outcome.DONE)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aChangedScheduleTakesEffect() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.MONTHLY), Map.of("fts", runs::release));
        clock.start();

        clock.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", runs::release));

        assertThat(runs.tryAcquire(10, SECONDS)).isTrue();
    }

    @Test
    void aTaskNoLongerConfiguredIsForgotten() {
        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.MONTHLY, "idmc", Bench.MONTHLY), Map.of("fts", () -> {}, "idmc", () -> {}));

        clock.keep(Map.of("idmc", Bench.MONTHLY), Map.of("idmc", () -> {}));

        assertThat(clock.next("fts")).isEmpty();
        assertThat(clock.next("idmc")).isPresent();
        assertThat(bench.number("select count(*) from qrtz_job_details")).isEqualTo(1);
    }

    @Test
    void aFailingTaskIsCountedAndDueAgain() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", () -> {
            runs.release();
            if (runs.availablePermits() == 1) {
                throw new IllegalStateException("the source is down");
            }
            throw new NoClassDefFoundError("org/example/Missing");
        }));

        clock.start();

        bench.await(() -> runs.availablePermits() >= 3);
        clock.close();
        assertThat(bench.counted("fts", Outcome.FAILED)).isGreaterThanOrEqualTo(3);
        assertThat(bench.counted("fts", Outcome.DONE)).isZero();
    }

    @Test
    void closingAsksARunningTaskToStop() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean asked = new AtomicBoolean();
        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", () -> {
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                asked.set(true);
                throw new IllegalStateException("interrupted", e);
            }
        }));
        clock.start();
        assertThat(begun.await(10, SECONDS)).isTrue();

        clock.close();

        assertThat(asked).isTrue();
        assertThat(bench.counted("fts", Outcome.STOPPED)).isEqualTo(1);
        assertThat(bench.counted("fts", Outcome.FAILED)).isZero();
        assertThat(bench.number("select count(*) from qrtz_fired_triggers where state = 'EXECUTING'"))
                .isZero();
    }

    @Test
    void closingDoesNotWaitForEverForATaskThatWillNotStop() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        JobClock clock = bench.clock(new Pace(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(200)));
        clock.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", () -> {
            begun.countDown();
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
        }));
        clock.start();
        assertThat(begun.await(10, SECONDS)).isTrue();

        clock.close();

        assertThat(bench.counted("fts", Outcome.DONE)).isZero();
        end.countDown();
        bench.await(() -> bench.counted("fts", Outcome.DONE) == 1);
    }

    @Test
    void aScheduleThatCannotBeKeptIsNamedAndNothingIsStored() {
        JobClock clock = bench.clock(Bench.BRISK);

        assertThatThrownBy(() -> clock.keep(Map.of("fts", Bench.MONTHLY), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task fts has a schedule but nothing to do");
        assertThatThrownBy(() -> clock.keep(Map.of("fts", new Cron("0 0 0 1 1 ? 2001")), Map.of("fts", () -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task fts is never due again: '0 0 0 1 1 ? 2001'");
        assertThatThrownBy(() -> clock.pause("fts")).hasMessage("no scheduled task fts");
        assertThat(bench.number("select count(*) from qrtz_job_details")).isZero();
    }
}
