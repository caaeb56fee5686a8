package org.tocsin.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands, in one word and with what is behind it.
 *
 * @param lacking the setting without which it cannot be asked; null if there is none
 * @param pause null if nobody has paused it
 * @param last its newest run; null before the first
 */
public record SourceStanding(
        State state,
        @Nullable String lacking,
        @Nullable Pause pause,
        SourceState clocks,
        @Nullable Run last) {
    /** The one word. */
    public enum State {
        /** It cannot be asked, and so it cannot fail. */
        NOT_CONFIGURED,
        PAUSED,
        /** No run of it has ended well yet. */
        NEVER_RUN,
        FRESH,
        DUE,
        OVERDUE,
        DELINQUENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static SourceStanding of(
            @Nullable String lacking, @Nullable Pause pause, SourceState clocks, @Nullable Run last, Instant now) {
        return new SourceStanding(state(lacking, pause, clocks, now), lacking, pause, clocks, last);
    }

    /** Runs that failed since the last one that did not; none of a source that cannot be asked. */
    public long failures() {
        return state == State.NOT_CONFIGURED ? 0 : clocks.failures();
    }

    private static State state(@Nullable String lacking, @Nullable Pause pause, SourceState clocks, Instant now) {
        if (lacking != null) {
            return State.NOT_CONFIGURED;
        }
        if (pause != null) {
            return State.PAUSED;
        }
        Instant succeeded = clocks.succeededAt();
        if (succeeded == null) {
            return State.NEVER_RUN;
        }
        return switch (clocks.freshness(now).orElseGet(() -> sinceAsked(clocks, succeeded, now))) {
            case FRESH -> State.FRESH;
            case DUE -> State.DUE;
            case OVERDUE -> State.OVERDUE;
            case DELINQUENT -> State.DELINQUENT;
        };
    }

    /** What has told nothing yet is as fresh as its answer. */
    private static Freshness sinceAsked(SourceState clocks, Instant succeeded, Instant now) {
        long days = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(succeeded, ZoneOffset.UTC), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return Freshness.of(clocks.cadenceDays(), days);
    }
}
