package org.tocsin.report;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reviewer says of a candidate they have seen in a version. */
public sealed interface Verdict {
    int version();

    /** The reviewer's name. */
    String by();

    /**
     * It stands there, and is meant so.
     *
     * @param proposal what was read, with the reviewer's corrections
     * @param event which event it belongs to; null where it needs none
     * @param history whether it is no news, so that it rings no alert
     * @param note what the reviewer wants to be remembered
     */
    record Confirm(
            int version,
            String by,
            Proposal proposal,
            @Nullable Choice event,
            boolean history,
            @Nullable String note) implements Verdict {}

    /** It does not stand there, or is no figure. */
    record Reject(int version, String by, String reason) implements Verdict {
        public Reject {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a rejection without a reason");
            }
        }
    }

    /** Which event. */
    sealed interface Choice {
        /** One that is known. */
        record Known(UUID id) implements Choice {}

        /** Another one; what is null is taken from the candidate. */
        record New(
                @Nullable String name,
                @Nullable LocalDate starts,
                @Nullable LocalDate ends) implements Choice {}
    }
}
