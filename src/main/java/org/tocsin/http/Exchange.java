package org.tocsin.http;

import java.util.Map;
import java.util.Optional;

/** What came of one request: a reply, whatever its status, or none that is whole. */
public sealed interface Exchange {
    /**
     * An answer came whole, as far as it mattered.
     *
     * @param headers by name in any case, several of one name joined by a comma
     * @param bytes length of the body given to the sink, decompressed; 0 where it went to the excerpt
     * @param excerpt up to 300 characters of a body that went to no sink, on one line; the far end's words, not to be trusted as markup
     */
    record Reply(int status, Map<String, String> headers, long bytes, String excerpt) implements Exchange {
        public Reply {
            headers = Call.caseless(headers);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** Nothing that is whole; the detail holds no part of the request. */
    record Broken(Reason reason, String detail) implements Exchange {}
}
