package org.tocsin.detect.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountLawTest {
    /** Counts the failures before a success of one in two: so many or more with a probability of 1 / 2^count. */
    private static final CountLaw COINS = new CountLaw.NegativeBinomial(1, 0.5);

    private static final CountLaw TWO = new CountLaw.Poisson(2);

    @Test
    void tailsAreThoseOfTheTextbook() {
        assertThat(TWO.atLeast(0)).isEqualTo(1);
        assertThat(TWO.atLeast(1)).isCloseTo(1 - Math.exp(-2), within(1e-12));
        assertThat(TWO.atLeast(2)).isCloseTo(1 - 3 * Math.exp(-2), within(1e-12));
        assertThat(COINS.atLeast(3)).isCloseTo(0.125, within(1e-12));
        assertThat(COINS.atLeast(2.5)).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void aBoundIsTheSmallestCountThatIsRarelyExceeded() {
        assertThat(COINS.upper(0.05)).isEqualTo(4);
        assertThat(COINS.upper(0.125)).isEqualTo(2);
        assertThat(TWO.upper(0.05)).isEqualTo(5);
        assertThat(new CountLaw.Poisson(0).upper(0.05)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 7, 300, 40_000, 2_000_000})
    void aBoundIsExceededLessOftenThanAskedAndTheCountBelowItMoreOften(double mean) {
        for (CountLaw law : new CountLaw[] {CountLaw.of(mean, 1), CountLaw.of(mean, 1.5), CountLaw.of(mean, 400)}) {
            double upper = law.upper(0.01);

            assertThat(law.atLeast(upper + 1)).isLessThanOrEqualTo(0.01 * (1 + 1e-9));
            assertThat(law.atLeast(upper)).isGreaterThan(0.01);
            assertThat(law.mean()).isCloseTo(mean, within(mean * 1e-9));
        }
    }

    @Test
    void theNextCountIsUncertainWhileLittleHasBeenCounted() {
        CountLaw afterOne = CountLaw.next(4, 1);
        CountLaw afterMany = CountLaw.next(400, 100);

        assertThat(afterOne.atLeast(1)).isCloseTo(1 - Math.pow(0.5, 4.5), within(1e-12));
        assertThat(afterOne.upper(0.01)).isGreaterThan(afterMany.upper(0.01));
    }
}
