package org.tocsin.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to reach a destination. */
public sealed interface Delivery {
    /** The longest wait a far end may ask for. */
    Duration LONGEST_WAIT = Duration.ofHours(24);

    /** The far end took the message over. */
    record Accepted(Reply reply) implements Delivery {
        @Override
        public String outcome() {
            return "accepted";
        }
    }

    /**
     * Not now.
     *
     * @param atLeast how long to wait before the next attempt, whatever the schedule says; at most a day
     */
    record Deferred(Reply reply, Duration atLeast) implements Delivery {
        public Deferred {
            if (atLeast.isNegative()) {
                throw new IllegalArgumentException("a wait is not negative: " + atLeast);
            }
            atLeast = atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
        }

        @Override
        public String outcome() {
            return "deferred";
        }
    }

    /** Never this message. */
    record Refused(Reply reply) implements Delivery {
        @Override
        public String outcome() {
            return "refused";
        }
    }

    /** Never any message again: the destination is gone. */
    record Gone(Reply reply) implements Delivery {
        @Override
        public String outcome() {
            return "gone";
        }
    }

    Reply reply();

    /** The code under which the attempt is stored and counted. */
    String outcome();

    /**
     * What the far end said.
     *
     * @param status HTTP status or SMTP reply code; empty when there was no answer
     */
    record Reply(@Nullable Integer status, String text) {
        private static final int LONGEST = 500;

        public Reply {
            String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
            text = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
        }

        /** There was no answer, and why. */
        public static Reply none(String why) {
            return new Reply(null, why);
        }
    }
}
