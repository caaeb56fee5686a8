package org.tocsin.extract;

/** One quantity that a text itself asserts, with everything needed to believe or to reject it. */
public record Told(What what, Amount amount, When when, Where where, Quote quote, Trace trace) {
    /** From 0 to 1: the product of the parts that {@link Trace} names. */
    public double confidence() {
        return trace.confidence();
    }
}
