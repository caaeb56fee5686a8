package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.tocsin.figure.Period;

/** Reads what each run changed of some series, as it was made due then. */
final class TouchDao {
    private static final String TOUCHES = """
            select run, max(known_at) as known_at,
                (LOUDNESS)[max(array_position(LOUDNESS, class))] as loudest,
                coalesce(min(from_day) filter (where class <> 'backfill'), min(from_day)) as from_day,
                coalesce(max(to_day) filter (where class <> 'backfill'), max(to_day)) as to_day,
                case when sum(changes) = 1 then min(least_old) end as previous
            from run_change
            where series_id = any (:series) and class <> 'duplicate' and known_at >= :from and known_at < :to
            group by run order by known_at, run
            """.replace("LOUDNESS", Touch.QUIETEST_FIRST);

    private final Handle handle;

    TouchDao(Handle handle) {
        this.handle = handle;
    }

    /** From {@code from} on, before {@code to}, the oldest first. */
    List<Touch> list(List<Long> series, Instant from, Instant to) {
        try (Query query = handle.createQuery(TOUCHES)) {
            return query.bindArray("series", Long.class, series.toArray())
                    .bind("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                    .bind("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                    .map((row, context) -> new Touch(
                            row.getLong("run"),
                            row.getObject("known_at", OffsetDateTime.class).toInstant(),
                            row.getString("loudest"),
                            new Period(
                                    row.getObject("from_day", LocalDate.class),
                                    row.getObject("to_day", LocalDate.class)),
                            row.getBigDecimal("previous")))
                    .list();
        }
    }
}
