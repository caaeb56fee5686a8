package org.tocsin.collect.acled;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Which events are asked for.
 *
 * @param query as it stands in the address
 */
record Slice(String query) {
    /** Those that happened on these days, first and last included, as they stand now. */
    static Slice happened(LocalDate first, LocalDate last, List<String> countries) {
        return new Slice("event_date=" + first + "%7C" + last + "&event_date_where=BETWEEN" + in(countries));
    }

    /** Those entered or changed since a moment. */
    static Slice changed(Instant since, List<String> countries) {
        return new Slice("timestamp=" + since.getEpochSecond() + "&timestamp_where=%3E%3D" + in(countries));
    }

    private static String in(List<String> countries) {
        return countries.isEmpty()
                ? ""
                : "&country=" + URLEncoder.encode(String.join("|", countries), StandardCharsets.UTF_8);
    }
}
