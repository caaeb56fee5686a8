package org.tocsin.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.tocsin.figure.Kind;
import org.tocsin.figure.SourceId;

/** Reads when a source, or a line of it in a scope, has said something new. */
final class PublicationDao {
    /** What is only taken back or filed elsewhere is nothing new. */
    private static final String DAYS = """
            select max(c.known_at) as at from run_change c
            where c.class not in ('duplicate', 'moved', 'retracted') and c.known_at <= :as_of and c.series_id = any (:series)
            group by (c.known_at at time zone 'UTC')::date order by at desc limit :most
            """;

    private static final String SERIES_OF_SOURCE = """
            select s.id from series s join line l on l.id = s.line_id where l.source = :source
            """;

    private static final String SOURCE = """
            select s.cadence_days,
                (select max(r.started_at) from run r where r.source = s.id and r.outcome in ('merged', 'unchanged')
                    and r.cause in ('schedule', 'hand') and r.started_at <= :as_of) as answered,
                exists (select 1 from run r where r.source = s.id and r.cause in ('schedule', 'hand')
                    and r.started_at <= :as_of) as asked
            from source s where s.id = :source
            """;

    private final Handle handle;

    PublicationDao(Handle handle) {
        this.handle = handle;
    }

    Publications get(LineRef line, Scope scope, int most, Instant asOf) {
        SourceId source = line.line().attribution().source();
        boolean feed = line.line().measure().kind() == Kind.FLOW;
        List<Long> series = feed ? all(source) : of(line, scope);
        List<Instant> at = days(series, most, asOf);
        Instant last = at.isEmpty() ? Instant.EPOCH : at.get(at.size() - 1);
        try (Query query = handle.createQuery(SOURCE)) {
            return query.bind("source", source.value())
                    .bind("as_of", utc(asOf))
                    .map((row, context) -> new Publications(at, row.getInt("cadence_days"), lookedAt(row, last, asOf)))
                    .one();
        }
    }

    /** The answer that brought something new was asked for a little before that was known. */
    private static Instant lookedAt(ResultSet row, Instant last, Instant asOf) throws SQLException {
        if (!row.getBoolean("asked")) {
            return asOf;
        }
        OffsetDateTime answered = row.getObject("answered", OffsetDateTime.class);
        return answered == null || answered.toInstant().isBefore(last) ? last : answered.toInstant();
    }

    private List<Long> of(LineRef line, Scope scope) {
        return new LineDao(handle)
                .series(line, scope).stream().map(SeriesRef::id).toList();
    }

    private List<Long> all(SourceId source) {
        return handle.createQuery(SERIES_OF_SOURCE)
                .bind("source", source.value())
                .mapTo(Long.class)
                .list();
    }

    private List<Instant> days(List<Long> series, int most, Instant asOf) {
        try (Query query = handle.createQuery(DAYS)) {
            return query
                    .bindArray("series", Long.class, series.toArray())
                    .bind("most", most)
                    .bind("as_of", utc(asOf))
                    .map((row, context) ->
                            row.getObject("at", OffsetDateTime.class).toInstant())
                    .list()
                    .stream()
                    .sorted()
                    .toList();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
