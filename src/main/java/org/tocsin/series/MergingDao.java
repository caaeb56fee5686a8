package org.tocsin.series;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads which merges are under way. */
final class MergingDao {
    /**
     * A run that died unfinished stops nobody: it counts no more once a later run of its source has finished, and not after a day, which
     * no merge takes.
     */
    private static final String OLDEST = """
            select min(r.known_from) as known_from from run r
            where r.finished_at is null and r.known_from > :day_ago and not exists (
                select 1 from run later
                where later.source = r.source and later.id > r.id and later.known_from is not null
                    and later.finished_at is not null)
            """;

    private final Handle handle;

    MergingDao(Handle handle) {
        this.handle = handle;
    }

    /** From when the figures of the oldest running merge will count as known; empty if none is running. */
    Optional<Instant> oldest(Instant now) {
        try (Query query = handle.createQuery(OLDEST)) {
            return query.bind(
                            "day_ago",
                            OffsetDateTime.ofInstant(now, ZoneOffset.UTC).minusDays(1))
                    .map((row, context) -> Optional.ofNullable(row.getObject("known_from", OffsetDateTime.class)))
                    .one()
                    .map(OffsetDateTime::toInstant);
        }
    }
}
