package org.tocsin.http;

import java.time.Duration;
import java.util.Map;

/** What came of asking: the four answers a collector has to live with. */
public sealed interface Fetch {
    /** The word for logs and metrics. */
    String outcome();

    /**
     * A body, given whole to the sink.
     *
     * @param mediaType Content-Type as sent, {@code application/octet-stream} where absent
     * @param headers as the server sent them, by name in any case; links among them can echo a secret
     * @param validators to ask with next time
     * @param answeredBy the address that answered, after redirects, secrets replaced by their names
     * @param bytes length of the body, decompressed
     */
    record Answer(
            int status,
            String mediaType,
            Map<String, String> headers,
            Validators validators,
            String answeredBy,
            long bytes)
            implements Fetch {
        public Answer {
            headers = Call.caseless(headers);
        }

        @Override
        public String outcome() {
            return "fetched";
        }
    }

    /**
     * 304: what we have still stands; the sink was not opened.
     *
     * @param validators to ask with next time: the former ones, unless the server sent newer
     */
    record NotModified(Validators validators) implements Fetch {
        @Override
        public String outcome() {
            return "not_modified";
        }
    }

    /**
     * 202: the server is still preparing the answer; the sink was not opened.
     *
     * @param atLeast how long it asks us to wait, zero where it does not say
     */
    record Pending(Duration atLeast) implements Fetch {
        @Override
        public String outcome() {
            return "pending";
        }
    }

    /**
     * No whole, usable answer after all attempts.
     *
     * @param status of the last reply, 0 where none came
     * @param detail one line for people, secrets replaced by their names; may quote the far end
     * @param atLeast how long to leave the host alone, zero where nothing is known
     */
    record Failed(Reason reason, int status, String detail, Duration atLeast) implements Fetch {
        @Override
        public String outcome() {
            return reason.label();
        }

        /** Whether asking again may help: no connection, time-out, broken body, 408, 425, 429, 5xx. */
        public boolean passing() {
            return reason == Reason.STATUS ? Statuses.passing(status) : reason.passing();
        }
    }
}
