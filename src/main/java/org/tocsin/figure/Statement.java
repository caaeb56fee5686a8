package org.tocsin.figure;

/**
 * What was said: how much, over which days.
 *
 * @param period of a flow the days it covers; of a stock its as-of day; of a cumulative number its start and its as-of day, or the
 *     as-of day alone when no start was stated
 */
public record Statement(Period period, Quantity quantity, Status status, Event event) {
    public static Statement of(Period period, Quantity quantity) {
        return new Statement(period, quantity, Status.FINAL, Event.NONE);
    }
}
