package org.tocsin.series;

import java.time.Instant;
import org.tocsin.figure.SourceId;

/**
 * One merge of one source.
 *
 * @param run the run it belongs to
 * @param knownFrom the moment its figures count as known
 * @param confirmed whether a person has confirmed jumps and places, so that nothing is held
 */
public record Merge(long run, SourceId source, Instant knownFrom, Telling telling, boolean confirmed) {
    /** How what is new is to be taken. */
    public enum Telling {
        /** As history while the source is loaded for the first time or when it comes later than usual, else as news. */
        BY_AGE,
        /** As news: a person has posted or confirmed it. */
        NEWS,
        /** As history: a person has said so. */
        HISTORY
    }
}
