package org.tocsin.detect.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {
    private static final double[] VALUES = {9, 1, Double.NaN, 3, 5, 2};

    @Test
    void whatIsUnknownIsNotThere() {
        Sample all = Sample.of(VALUES, -3, 6);

        assertThat(all.size()).isEqualTo(5);
        assertThat(all.mean()).isEqualTo(4);
        assertThat(all.variance()).isEqualTo(10);
        assertThat(all.dispersion()).isEqualTo(2.5);
    }

    @Test
    void aHistoryEndsBeforeTheGap() {
        assertThat(Sample.before(VALUES, 5, 2, 1).sum()).isEqualTo(3);
        assertThat(Sample.before(VALUES, 5, 9, 0).size()).isEqualTo(4);
        assertThat(Sample.before(VALUES, 0, 9, 2).size()).isZero();
    }

    @Test
    void aQuantileLiesBetweenTwoValues() {
        Sample all = Sample.of(VALUES, 0, 6);

        assertThat(all.median()).isEqualTo(3);
        assertThat(all.quantile(0.25)).isEqualTo(2);
        assertThat(all.quantile(0.9)).isCloseTo(7.4, within(1e-12));
        assertThat(all.quantile(1)).isEqualTo(9);
        assertThat(all.shareBelow(3)).isEqualTo(0.4);
    }

    @Test
    void theMedianDistanceIsScaled() {
        assertThat(Sample.of(VALUES, 0, 6).scaledMad()).isCloseTo(2 * 1.4826, within(1e-12));
    }

    @Test
    void whatScattersLessThanChanceCountsAsChance() {
        assertThat(Sample.of(new double[] {4, 4, 4}, 0, 3).dispersion()).isEqualTo(1);
        assertThat(Sample.of(new double[] {0, 0, 0}, 0, 3).dispersion()).isEqualTo(1);
    }
}
