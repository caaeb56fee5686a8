package org.tocsin.alert;

import java.time.Instant;
import java.util.UUID;
import org.tocsin.detect.Judgement;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Period;

/**
 * A decision as a list shows it, without its evidence.
 *
 * @param seq grows with every decision; lists go on from it
 * @param days the days of the judged value
 */
public record DecisionEntry(long seq, UUID id, Watched watched, Period days, Judgement judgement, Reason reason) {
    /** What was judged, by what, and when. */
    public record Watched(String rule, int version, String scope, long lineId, Instant at) {}
}
