package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;

/** Reads what a source has covered and how late it usually is. */
final class CoverageDao {
    /** What is assumed of a source's lag until its own is learned, in days. */
    static final int LAG_UNTIL_LEARNED = 45;

    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private static final String SPANS = """
            select e.filter, e.span_start, e.span_end, e.as_of from extent e join run r on r.id = e.run
            where e.source = :source and r.outcome is distinct from 'failed'
                and r.known_from <= :as_of
            order by e.span_start, e.span_end
            """;

    private static final String SOURCE =
            "select absence_is_zero, usual_lag_days, cadence_days from source where id = :source";

    private record Spoken(boolean whole, Period span, LocalDate asOf) {}

    private final Handle handle;

    CoverageDao(Handle handle) {
        this.handle = handle;
    }

    Coverage get(SourceId source, @Nullable Instant asOf) {
        List<Spoken> spoken = spoken(source, asOf == null ? ALWAYS : asOf);
        LocalDate confirmedOn =
                spoken.stream().map(Spoken::asOf).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        try (Query query = handle.createQuery(SOURCE)) {
            return query.bind("source", source.value())
                    .map((row, context) -> {
                        int learned = row.getInt("usual_lag_days");
                        int lag = row.wasNull() ? LAG_UNTIL_LEARNED : learned;
                        int cadence = row.getInt("cadence_days");
                        return new Coverage(
                                spoken.stream()
                                        .filter(Spoken::whole)
                                        .map(Spoken::span)
                                        .toList(),
                                row.getBoolean("absence_is_zero"),
                                lag,
                                cadence + lag + (cadence + 1) / 2,
                                confirmedOn);
                    })
                    .one();
        }
    }

    private List<Spoken> spoken(SourceId source, Instant asOf) {
        try (Query query = handle.createQuery(SPANS)) {
            return query.bind("source", source.value())
                    .bind("as_of", OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
                    .map((row, context) -> new Spoken(
                            row.getString("filter").isEmpty(),
                            new Period(
                                    row.getObject("span_start", LocalDate.class),
                                    row.getObject("span_end", LocalDate.class)),
                            row.getObject("as_of", LocalDate.class)))
                    .list();
        }
    }
}
