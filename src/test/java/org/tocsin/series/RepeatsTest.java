package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private final Repeats repeats = new Repeats();

    @Test
    void whatComesTwiceIsSuspected() {
        assertThat(repeats.suspects("a", "b")).isFalse();
        assertThat(repeats.suspects("ab", "")).isFalse();
        assertThat(repeats.any()).isFalse();

        assertThat(repeats.suspects("a", "b")).isTrue();
        assertThat(repeats.any()).isTrue();
    }

    @Test
    void hardlyAnyOfAHundredThousandRecordsIsSuspectedWrongly() {
        long suspects = IntStream.range(0, 100_000)
                .filter(i -> repeats.suspects(Integer.toString(i), "part"))
                .count();

        assertThat(suspects).isLessThanOrEqualTo(1);
    }
}
