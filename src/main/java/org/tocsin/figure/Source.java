package org.tocsin.figure;

/**
 * A place figures come from, as its collector declares it.
 *
 * @param cadenceDays how often it usually publishes
 * @param absenceIsZero whether a day inside a complete extent on which it says nothing means zero
 * @param grain the narrowest windows it speaks of; a rule may not ask it for narrower ones
 */
public record Source(SourceId id, String name, Terms terms, int cadenceDays, boolean absenceIsZero, Grain grain) {
    /** A source that speaks of days. */
    public Source(SourceId id, String name, Terms terms, int cadenceDays, boolean absenceIsZero) {
        this(id, name, terms, cadenceDays, absenceIsZero, Grain.DAY);
    }

    public Source {
        if (cadenceDays < 1) {
            throw new InvalidFigureException("cadenceDays", "is less than a day: " + cadenceDays);
        }
    }
}
