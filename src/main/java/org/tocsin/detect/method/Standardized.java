package org.tocsin.detect.method;

import org.hipparchus.util.FastMath;

/** How a count is brought to a mean of about 0 and a standard deviation of about 1 before it is added up. */
public sealed interface Standardized {
    double of(double value, double mean);

    /** The value that {@link #of} brings to {@code standard}. */
    double back(double standard, double mean);

    /** By the standard deviation of a count of this mean, times the root of its dispersion. */
    record Scaled(double dispersion, double overdispersion) implements Standardized {
        /** Counts as Poisson has them. */
        public static final Scaled POISSON = new Scaled(1, 0);

        /** Counts whose variance is mean + alpha * mean^2. */
        public static Scaled negativeBinomial(double alpha) {
            return new Scaled(1, alpha);
        }

        @Override
        public double of(double value, double mean) {
            return (value - mean) / deviation(mean);
        }

        @Override
        public double back(double standard, double mean) {
            return standard * deviation(mean) + mean;
        }

        private double deviation(double mean) {
            return Math.sqrt(dispersion * mean + overdispersion * mean * mean);
        }
    }

    /** As Poisson has them, and only whole counts exceed. */
    record Whole() implements Standardized {
        @Override
        public double of(double value, double mean) {
            return Scaled.POISSON.of(value, mean);
        }

        @Override
        public double back(double standard, double mean) {
            return Math.ceil(Scaled.POISSON.back(standard, mean));
        }
    }

    /** Rossi et al. 1999. */
    record Rossi() implements Standardized {
        @Override
        public double of(double value, double mean) {
            return (value - 3 * mean + 2 * Math.sqrt(value * mean)) / (2 * Math.sqrt(mean));
        }

        @Override
        public double back(double standard, double mean) {
            double root = Math.sqrt(mean);
            return 2 * standard * root + 5 * mean - 2 * Math.sqrt(4 * mean * mean + 2 * mean * root * standard);
        }
    }

    /** Residuals of Anscombe for Poisson counts. */
    record Anscombe() implements Standardized {
        @Override
        public double of(double value, double mean) {
            return 1.5 * (FastMath.pow(value, 2 / 3.) - FastMath.pow(mean, 2 / 3.)) / FastMath.pow(mean, 1 / 6.);
        }

        @Override
        public double back(double standard, double mean) {
            double powered = 2 / 3. * FastMath.pow(mean, 1 / 6.) * standard + FastMath.pow(mean, 2 / 3.);
            return powered < 0 ? 0 : FastMath.pow(powered, 1.5);
        }
    }

    /** Values as they are. */
    record AsIs() implements Standardized {
        @Override
        public double of(double value, double mean) {
            return value;
        }

        @Override
        public double back(double standard, double mean) {
            return standard;
        }
    }
}
