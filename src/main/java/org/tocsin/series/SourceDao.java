package org.tocsin.series;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tocsin.figure.Grain;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;

/** Keeps what is learned about a source from its own figures. */
final class SourceDao {
    private static final String LOADED = "update source set loaded_at = coalesce(loaded_at, :at) where id = :source";

    /**
     * The 95 % quantile of the lags of the last thousand figures that came as news, and of all others of the run that brought the first
     * of them. A run has at most 121 rows, so these are among the last 1,120: what this costs has a bound, whatever is stored.
     */
    private static final String LEARN = """
            with recent as (
                select run, days, figures from source_lag where source = :source
                order by run desc, days limit 1120),
            counted as (
                select days, sum(figures) as n from (
                    select days, figures, sum(figures) over (order by run desc groups between unbounded preceding
                        and 1 preceding) as newer from recent) r
                where coalesce(newer, 0) < 1000 group by days),
            ranked as (select days, sum(n) over (order by days) as up_to, sum(n) over () as total from counted)
            update source set usual_lag_days = learned.days
            from (select min(days) as days from ranked where up_to >= 0.95 * total and total >= 20) learned
            where source.id = :source and learned.days is not null
            """;

    /** A figure may be about days to come, as a plan's year is; that makes its source no fresher than today. */
    private static final String REACHED = """
            update source set content_until = greatest(content_until, reached.day)
            from (
                select case when max(period_end) > :today then :today else max(period_end) end as day
                from figure_change
                where run = :run and class in ('new_period', 'revised_up', 'revised_down', 'counter_reset', 'backfill')) reached
            where source.id = :source and reached.day is not null
            """;

    private static final String CONFIRM = """
            insert into extent (run, source, filter, span_start, span_end, as_of)
            select :run, source, filter, span_start, span_end, :as_of from extent
            where run = (select max(run) from extent where source = :source)
            """;

    private final Handle handle;

    SourceDao(Handle handle) {
        this.handle = handle;
    }

    Source get(SourceId id) {
        return handle.createQuery("select * from source where id = :id")
                .bind("id", id.value())
                .map((row, context) -> source(row))
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("no source " + id));
    }

    List<Source> list() {
        return handle.createQuery("select * from source order by id")
                .map((row, context) -> source(row))
                .list();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                new SourceId(row.getString("id")),
                row.getString("name"),
                new Terms(
                        row.getString("licence"),
                        URI.create(row.getString("licence_url")),
                        row.getString("attribution"),
                        Redistribution.of(row.getString("redistribution")),
                        row.getBoolean("non_commercial")),
                row.getInt("cadence_days"),
                row.getBoolean("absence_is_zero"),
                Grain.of(row.getString("grain")));
    }

    void loaded(SourceId source, Instant at) {
        handle.createUpdate(LOADED)
                .bind("source", source.value())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    void learn(SourceId source) {
        handle.createUpdate(LEARN).bind("source", source.value()).execute();
    }

    void reached(SourceId source, long run, LocalDate today) {
        handle.createUpdate(REACHED)
                .bind("source", source.value())
                .bind("run", run)
                .bind("today", today)
                .execute();
    }

    void confirm(SourceId source, long run, LocalDate asOf) {
        handle.createUpdate(CONFIRM)
                .bind("source", source.value())
                .bind("run", run)
                .bind("as_of", asOf)
                .execute();
    }
}
