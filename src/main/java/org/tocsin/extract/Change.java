package org.tocsin.extract;

import java.util.Locale;

/** What rose or fell by the percentage told. */
public record Change(ToldMetric of, Direction direction) {
    /** Which way it went. */
    public enum Direction {
        INCREASE,
        DECREASE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
