package org.tocsin.collect;

import java.time.Instant;

/** Why a source is not asked by itself, since when, and who said so. */
public record Pause(Instant at, String by, String because) {
    public static final int LONGEST_REASON = 500;

    public Pause {
        if (because.isBlank() || because.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a pause needs a reason of 1 to " + LONGEST_REASON + " characters");
        }
    }
}
