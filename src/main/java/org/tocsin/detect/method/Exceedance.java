package org.tocsin.detect.method;

/** How much a count of zero or more may be by chance, after those before it. METHODS R5. */
public enum Exceedance {
    /**
     * The next count by a gamma mixture of Poisson laws on counts divided by their dispersion: sure of little where little was
     * counted.
     */
    PREDICTIVE {
        @Override
        public double upper(Sample history, double alpha) {
            double dispersion = history.dispersion();
            return dispersion
                    * CountLaw.next(history.sum() / dispersion, history.size()).upper(alpha);
        }

        @Override
        public double atLeast(Sample history, double value) {
            double dispersion = history.dispersion();
            return CountLaw.next(history.sum() / dispersion, history.size()).atLeast(value / dispersion * ROUNDED_DOWN);
        }
    },
    /** The law whose mean and dispersion are those of the history, as if they were known exactly. */
    PLUG_IN {
        @Override
        public double upper(Sample history, double alpha) {
            return law(history).upper(alpha);
        }

        @Override
        public double atLeast(Sample history, double value) {
            return law(history).atLeast(value);
        }

        private CountLaw law(Sample history) {
            return CountLaw.of(Math.max(history.mean(), 0.5 / history.size()), history.dispersion());
        }
    },
    /** The next count by a gamma mixture of Poisson laws, as R surveillance's {@code bayes}: no more scatter than chance. */
    BAYES {
        @Override
        public double upper(Sample history, double alpha) {
            return CountLaw.next(history.sum(), history.size()).upper(alpha);
        }

        @Override
        public double atLeast(Sample history, double value) {
            return CountLaw.next(history.sum(), history.size()).atLeast(value);
        }
    };

    /** A multiple of the dispersion divided by it may come out a rounding error too high. */
    private static final double ROUNDED_DOWN = 1 - 1e-12;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Exceedance of(String code) {
        return java.util.Arrays.stream(values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is none of "
                        + java.util.Arrays.stream(values())
                                .map(Exceedance::code)
                                .toList()));
    }

    /** What is exceeded with a probability of at most {@code alpha}. */
    public abstract double upper(Sample history, double alpha);

    /** How probable {@code value} or more is. */
    public abstract double atLeast(Sample history, double value);
}
