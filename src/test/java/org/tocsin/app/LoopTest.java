package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.codahale.metrics.health.HealthCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LoopTest {
    private static final Duration POLL = Duration.ofMillis(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger turns = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void aTurnThatFailsIsCountedAndTheNextOneIsTaken() throws InterruptedException {
        run(() -> {
            switch (turns.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("the database is away");
                case 2 -> throw new NoClassDefFoundError("org/example/Missing");
                default -> done.countDown();
            }
            return false;
        });

        assertThat(meters.counter("tocsin.loop.failures", "loop", "watch").count())
                .isEqualTo(2);
        assertThat(age()).isLessThan(5);
    }

    @Test
    void aLoopThatOnlyFailsGrowsOlder() throws InterruptedException {
        Loop loop = loop(() -> {
            if (turns.incrementAndGet() == 3) {
                done.countDown();
            }
            throw new IllegalStateException("the database is away");
        });
        loop.start();
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(50);

        assertThat(age()).isGreaterThanOrEqualTo(0.05);
        assertThat(Health.loops(List.of(loop), Duration.ofMillis(50)))
                .matches(result -> !result.isHealthy())
                .extracting(HealthCheck.Result::getMessage, STRING)
                .contains("watch since");
        assertThat(Health.loops(List.of(loop), Duration.ofMinutes(2)).isHealthy())
                .isTrue();
        loop.stop();
    }

    @Test
    void stoppingIsNoFailure() throws InterruptedException {
        Loop loop = loop(() -> {
            done.countDown();
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new IllegalStateException("the pool was interrupted", e);
            }
            return false;
        });
        loop.start();
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        loop.stop();

        assertThat(meters.counter("tocsin.loop.failures", "loop", "watch").count())
                .isZero();
    }

    private Loop loop(Loop.Turn turn) {
        return new Loop("watch", turn, longest -> Thread.sleep(longest.toMillis()), POLL, meters);
    }

    private void run(Loop.Turn turn) throws InterruptedException {
        Loop loop = loop(turn);
        loop.start();
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        loop.stop();
    }

    /** In seconds. */
    private double age() {
        return meters.get("tocsin.loop.success.age").timeGauge().value(TimeUnit.SECONDS);
    }
}
