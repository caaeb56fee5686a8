package org.tocsin.schedule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;

final class JobClockClusterIT {
    private final TestDatabase database = TestDatabase.migrated();
    private final Bench bench = new Bench(database);

    @AfterEach
    void close() {
        bench.close();
        database.close();
    }

    @Test
    void twoNodesRunEachTickOnce() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        AtomicInteger count = new AtomicInteger();
        Runnable work = () -> {
            count.incrementAndGet();
            runs.release();
        };
        JobClock one = bench.clock(Bench.PATIENT);
        JobClock two = bench.clock(Bench.PATIENT);
        one.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", work));
        two.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", work));
        long first = one.next("fts").orElseThrow().getEpochSecond();

        one.start();
        two.start();
        assertThat(runs.tryAcquire(5, 20, SECONDS)).isTrue();
        one.pause("fts");
        one.close();
        two.close();

        long last = bench.number("select prev_fire_time / 1000 from qrtz_triggers");
        assertThat(count).hasValue((int) (last - first + 1));
    }

    @Test
    void aRunThatANodesDeathCutShortIsBegunAgain() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.MONTHLY), Map.of("fts", runs::release));
        bench.execute("""
                insert into qrtz_fired_triggers (sched_name, entry_id, trigger_name, trigger_group, instance_name,
                    fired_time, sched_time, priority, state, job_name, job_group, is_nonconcurrent, requests_recovery)
                select sched_name, 'e', trigger_name, trigger_group, 'dead', due, due, 5, 'EXECUTING', job_name, job_group,
                    true, true
                from qrtz_triggers cross join lateral (select next_fire_time - 40 * 86400000::bigint as due) as before
                """);
        bench.execute("update qrtz_triggers set trigger_state = 'BLOCKED'");

        clock.start();

        assertThat(runs.tryAcquire(20, SECONDS)).isTrue();
        bench.await(() -> bench.number("select count(*) from qrtz_triggers where trigger_state = 'WAITING'") == 1);
    }

    @Test
    void aTaskThatThisNodeDoesNotKnowStaysDue() throws InterruptedException {
        JobClock knows = bench.clock(Bench.BRISK);
        knows.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", () -> {}));
        JobClock other = bench.clock(Bench.BRISK);

        other.start();

        bench.await(() -> bench.counted("other", Outcome.UNKNOWN) >= 2);
        assertThat(knows.next("fts")).isPresent();
    }

    @Test
    void ticksMissedWhileNobodyRanAreMadeUpByOneRun() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        bench.clock(Bench.BRISK).keep(Map.of("fts", Bench.MONTHLY), Map.of("fts", () -> {}));
        bench.execute("update qrtz_triggers set next_fire_time = next_fire_time - 100 * 86400000::bigint");
        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.MONTHLY), Map.of("fts", runs::release));

        clock.start();

        assertThat(runs.tryAcquire(10, SECONDS)).isTrue();
        assertThat(runs.tryAcquire(2, SECONDS)).isFalse();
        assertThat(bench.number("select next_fire_time from qrtz_triggers"))
                .isGreaterThan(bench.number("select (extract(epoch from now()) * 1000)::bigint"));
    }

    @Test
    void aScheduleOutlivesTheClockThatKeptIt() {
        JobClock before = bench.clock(Bench.BRISK);
        before.keep(Map.of("fts", Bench.MONTHLY), Map.of("fts", () -> {}));
        Instant due = before.next("fts").orElseThrow();
        before.close();

        assertThat(bench.clock(Bench.BRISK).next("fts")).contains(due);
    }

    @Test
    void aPausedTaskStaysPausedOverARestartAndANewScheduleUntilResumed() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        JobClock before = bench.clock(Bench.BRISK);
        before.keep(Map.of("fts", Bench.MONTHLY), Map.of("fts", runs::release));
        before.pause("fts");
        before.close();

        JobClock clock = bench.clock(Bench.BRISK);
        clock.keep(Map.of("fts", Bench.EACH_SECOND), Map.of("fts", runs::release));
        clock.start();

        assertThat(clock.next("fts")).isEmpty();
        assertThat(runs.tryAcquire(2, SECONDS)).isFalse();
        clock.resume("fts");
        assertThat(runs.tryAcquire(10, SECONDS)).isTrue();
    }
}
