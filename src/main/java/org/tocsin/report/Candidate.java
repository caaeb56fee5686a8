package org.tocsin.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a report seems to tell, waiting for a person to confirm or reject it beside the text. */
public record Candidate(Key key, Excerpt excerpt, Proposal proposal, Trust trust, Standing standing) {
    /** Which it is, and its place in the queue. */
    public record Key(UUID id, long seq, UUID report) {}

    /**
     * The words it rests on.
     *
     * @param start of the words in the report's text, counted in Unicode characters
     * @param end behind the last of them
     */
    public record Excerpt(int start, int end, String words, String sentence) {
        /** How a figure points at the words in the archived text. */
        public String pointer() {
            return "characters " + start + "-" + end;
        }
    }

    /**
     * How far the reading is to be trusted.
     *
     * @param rule the pattern that found it
     * @param confidence 0 to 1, the product of its parts
     */
    public record Trust(String rule, double confidence, List<Part> parts) {
        /** What lowered the confidence, and by what factor. */
        public record Part(String reason, double factor) {}

        public Trust {
            parts = List.copyOf(parts);
        }
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        CONFIRMED,
        REJECTED,
        /** Confirmed, but a later report by the same says another number of the same. */
        SUPERSEDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where it stands, and since which ruling.
     *
     * @param version to be named by whoever decides, so that nobody overwrites a decision they have not seen
     */
    public record Standing(
            State state, int version, @Nullable Ruling ruling) {}

    /**
     * What a person decided.
     *
     * @param confirmed what was confirmed, with its corrections; null if rejected
     */
    public record Ruling(
            Instant at,
            String by,
            @Nullable String reason,
            @Nullable Proposal confirmed,
            @Nullable Home home) {}

    /** Where a confirmed one went: the event it belongs to, and the record of the figure or of the change statement. */
    public record Home(@Nullable UUID event, String record, String part) {}

    public UUID id() {
        return key.id();
    }
}
