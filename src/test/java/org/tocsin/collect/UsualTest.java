package org.tocsin.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UsualTest {
    private static final Usual USUAL = new Usual(List.of(
            new Usual.Whole(900, 90),
            new Usual.Whole(1000, 97),
            new Usual.Whole(800, 90),
            new Usual.Whole(90_000, 1800)));

    @Test
    void aCheckOfWeeksIsHeldAgainstChecksAndNotAgainstTheFirstLoad() {
        assertThat(USUAL.in(91)).isEqualTo(900);
        assertThat(USUAL.in(47)).isEqualTo(800);
    }

    @Test
    void aWholeLoadStatesAtLeastWhatAllRunsState() {
        assertThat(USUAL.in(1800)).isEqualTo(900);
    }

    @Test
    void whereNoRunWasWholeForAsFewDaysNothingIsUsual() {
        assertThat(USUAL.in(30)).isZero();
        assertThat(new Usual(List.of()).in(30)).isZero();
    }
}
