package org.tocsin.detect;

/** Why a decision came out as it did; only one of them tells anybody. */
public enum Reason {
    FIRED(true),
    BELOW_THRESHOLD(false),
    BELOW_FLOOR(false),
    NO_HISTORY(false),
    /** Too little of the plan has passed to say anything about its pace. */
    TOO_EARLY(false),
    /** The judged window has no value: nothing was said about it and its source does not declare that silence means zero. */
    UNKNOWN(false),
    WINDOW_INCOMPLETE(false),
    /** The only figures of the window last longer than the window. */
    LONGER_THAN_WINDOW(false),
    BACKFILL(false),
    LATE(false),
    /** Nothing new was said of the judged days; what they are held against was revised down or taken back. */
    HISTORY_REVISED(false),
    HELD(false),
    /** Claimed by a party to the conflict, and nobody else. */
    CLAIMED_ONLY(false),
    COOLING_DOWN(false),
    /** Another source's finding has joined the open alert. */
    CORROBORATED(false),
    SILENCED(false),
    STALE(false),
    PENDING_REVIEW(false);

    private final boolean notifies;

    Reason(boolean notifies) {
        this.notifies = notifies;
    }

    public boolean notifies() {
        return notifies;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Reason of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
