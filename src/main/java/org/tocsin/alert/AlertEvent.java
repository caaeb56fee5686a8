package org.tocsin.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;

/**
 * Something that happened to an alert, in the order of its id; never changed.
 *
 * @param level the level of the alert afterwards
 * @param told whether subscribers are told of it
 */
public record AlertEvent(long id, UUID alert, Kind kind, Level level, boolean told, Trace trace) {
    /** What happened. */
    public enum Kind {
        OPENED("opened"),
        /** A higher level, or at least twice the value last told. */
        ESCALATED("escalated"),
        /** The same level again after the cool-down. */
        REPEATED("opened"),
        /** A lower level; tells nobody. */
        EASED(null),
        /** Another source found it too; tells nobody. */
        CORROBORATED(null),
        /** The figures behind it were revised below the threshold. */
        CORRECTED("corrected"),
        STOOD_DOWN("stood_down"),
        /** A mark; tells nobody. */
        ACKNOWLEDGED(null);

        private final @Nullable String toldAs;

        Kind(@Nullable String toldAs) {
            this.toldAs = toldAs;
        }

        /** {@code opened}, {@code escalated}, {@code corrected} or {@code stood_down}, where it can be told at all. */
        public Optional<String> toldAs() {
            return Optional.ofNullable(toldAs);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Who or what did it, and why.
     *
     * @param actor a step or a person
     * @param reason code of the reason
     * @param decision the decision behind it; empty where a person or the time did it
     */
    public record Trace(
            String actor, String reason, @Nullable UUID decision, Instant at) {}
}
