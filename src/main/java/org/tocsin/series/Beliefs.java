package org.tocsin.series;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.tocsin.figure.Period;

/** What was believed at one moment about some series. */
interface Beliefs {
    /**
     * Beliefs about figures that share a day with {@code span}, oldest as-of day first.
     *
     * @param onlyLonger only those of more than one day, and not whether they were stated otherwise before
     */
    List<Belief> beliefs(Period span, boolean onlyLonger);

    /** What the figures of one day with a value add up to, by day. */
    NavigableMap<LocalDate, FlowWindows.DaySum> days(Period span);

    /** Of each series the last belief with a value as of a day before {@code from}. */
    List<Belief> lastBefore(LocalDate from);

    /** The days of beliefs that say no value. */
    List<Period> withoutValue(Period span);

    /** The days of beliefs about these series that were given up. */
    List<Period> givenUp(Period span);
}
