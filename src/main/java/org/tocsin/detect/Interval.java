package org.tocsin.detect;

/** Over which windows a rule reads a line: calendar windows, or each statement over the days it is about. */
public enum Interval {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    STATEMENT;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
