package org.tocsin.detect.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class PoissonRegressionTest {
    private static final double[][] TWO_GROUPS = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};

    @Test
    void eachGroupIsExpectedToHaveItsMean() {
        PoissonRegression model = Objects.requireNonNull(PoissonRegression.fit(TWO_GROUPS, new double[] {2, 4, 8, 16}));

        assertThat(model.coefficient(0)).isCloseTo(Math.log(3), within(1e-8));
        assertThat(model.coefficient(1)).isCloseTo(Math.log(12 / 3.), within(1e-8));
        // squares over means: 1/3 twice, 16/12 twice, by two degrees of freedom
        assertThat(model.dispersion()).isCloseTo((2 / 3. + 32 / 12.) / 2, within(1e-8));
        assertThat(model.variance(new double[] {1, 0})).isCloseTo(1 / 6., within(1e-5));
        assertThat(model.leverage(0)).isCloseTo(0.5, within(1e-5));
    }

    @Test
    void whatWeighsLittleCountsLittle() {
        PoissonRegression model = Objects.requireNonNull(
                PoissonRegression.fit(new double[][] {{1}, {1}}, new double[] {10, 100}, new double[] {1.8, 0.2}));

        assertThat(Math.exp(model.coefficient(0))).isCloseTo(19, within(1e-6));
    }

    @Test
    void columnsThatSayTheSameAreNotFitted() {
        double[][] same = {{1, 2}, {1, 2}, {1, 2}};

        assertThat(PoissonRegression.fit(same, new double[] {1, 2, 3})).isNull();
        assertThat(PoissonRegression.fit(new double[0][], new double[0])).isNull();
    }
}
