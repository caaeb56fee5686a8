package org.tocsin.collect;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Whether a source has spoken as lately as it usually does. */
public enum Freshness {
    FRESH(0),
    DUE(1),
    OVERDUE(2),
    DELINQUENT(3);

    private record Limits(int due, int overdue, int delinquent) {}

    /** As the Humanitarian Data Exchange has it for the cadences it knows. */
    private static final NavigableMap<Integer, Limits> BY_CADENCE = new TreeMap<>(Map.of(
            1, new Limits(1, 2, 3),
            7, new Limits(7, 14, 21),
            14, new Limits(14, 21, 28),
            30, new Limits(30, 44, 60),
            90, new Limits(90, 120, 150),
            365, new Limits(365, 425, 455)));

    private final int step;

    Freshness(int step) {
        this.step = step;
    }

    /**
     * By how often a source usually publishes. A cadence between two of the table is judged as the longer one.
     *
     * @param days since its newest content, without the days it usually takes to publish
     */
    public static Freshness of(int cadenceDays, long days) {
        Map.Entry<Integer, Limits> known = BY_CADENCE.ceilingEntry(cadenceDays);
        Limits limits = (known == null ? BY_CADENCE.lastEntry() : known).getValue();
        if (days >= limits.delinquent()) {
            return DELINQUENT;
        }
        if (days >= limits.overdue()) {
            return OVERDUE;
        }
        return days >= limits.due() ? DUE : FRESH;
    }

    /** 0 for fresh to 3 for delinquent, as a gauge shows it. */
    int step() {
        return step;
    }
}
