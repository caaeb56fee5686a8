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

    public static Interval of(String code) {
        return java.util.Arrays.stream(values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is none of "
                        + java.util.Arrays.stream(values()).map(Interval::code).toList()));
    }
}
