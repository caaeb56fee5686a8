package org.tocsin.figure;

/** How the values of a series combine over time. */
public enum Kind {
    /** Adds up over time. */
    FLOW,
    /** Holds from its day until the next statement or until it is stale. */
    STOCK,
    /** A running total since a start; flows are the differences of its statements. */
    CUMULATIVE;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Kind of(String code) {
        return Codes.find(Kind.class, code, "kind");
    }
}
