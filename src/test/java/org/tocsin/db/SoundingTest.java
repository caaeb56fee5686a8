package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SoundingTest {
    private final AtomicLong ticks = new AtomicLong(-7);
    private final AtomicInteger asked = new AtomicInteger();

    private Sounding<Integer> counting() {
        return new Sounding<>("the test", asked::incrementAndGet, Duration.ofSeconds(5), ticks::get);
    }

    @Test
    void howeverManyLookItIsAskedOnceInAWhile() {
        Sounding<Integer> sounding = counting();

        assertThat(sounding.read(Integer::doubleValue)).isEqualTo(1);
        ticks.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
        assertThat(sounding.read(Integer::doubleValue)).isEqualTo(1);
        ticks.addAndGet(1);
        assertThat(sounding.read(Integer::doubleValue)).isEqualTo(2);
    }

    @Test
    void withoutAnAnswerItShowsNoNumberAndDoesNotAskAgainAtOnce() {
        Sounding<Integer> sounding = new Sounding<>(
                "the test",
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("the database is away");
                },
                Duration.ofSeconds(5),
                ticks::get);

        assertThat(sounding.read(Integer::doubleValue)).isNaN();
        assertThat(sounding.read(Integer::doubleValue)).isNaN();
        assertThat(asked).hasValue(1);
    }
}
