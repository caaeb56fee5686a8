package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * Many histories that two sources told in the same few answers.
 *
 * @param extents what each answer was whole for
 */
record World(List<List<Extent>> extents, List<History> histories) {
    /** When the answers became known. */
    static final List<Instant> TIMES = Stream.of(
                    "2023-12-20T06:00:00Z",
                    "2024-01-05T06:00:00Z",
                    "2024-01-31T23:59:59Z",
                    "2024-02-29T12:00:00Z",
                    "2024-04-10T00:00:00Z",
                    "2025-01-15T18:00:00Z")
            .map(Instant::parse)
            .toList();

    static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");
    static final int LAG = 20;
    static final int CADENCE = 30;

    /**
     * A span of which an answer was the whole truth.
     *
     * @param country only this country's; null: all
     */
    record Extent(boolean ofTheSilentSource, @Nullable String country, Period span) {}

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Short, since it is printed with the seed that made it. */
    @Override
    public String toString() {
        return histories.size() + " histories, extents " + extents;
    }
}
