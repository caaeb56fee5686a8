package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.tocsin.figure.SourceId;

/** Keeps what is learned about a source from its own figures. */
final class SourceDao {
    private static final String LOADED = "update source set loaded_at = coalesce(loaded_at, :at) where id = :source";

    /** The 95 % quantile of the lags of the last thousand figures that came as news. */
    private static final String LEARN = """
            with lag as (
                select greatest(0, (c.known_at at time zone 'UTC')::date - c.period_end) as days
                from run r join figure_change c on c.run = r.id
                where r.source = :source and c.class = 'new_period'
                order by c.id desc limit 1000)
            update source set usual_lag_days = learned.days
            from (select least(120, percentile_disc(0.95) within group (order by days)) as days, count(*) as n
                from lag) learned
            where source.id = :source and learned.n >= 20
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

    void loaded(SourceId source, Instant at) {
        handle.createUpdate(LOADED)
                .bind("source", source.value())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    void learn(SourceId source) {
        handle.createUpdate(LEARN).bind("source", source.value()).execute();
    }

    void confirm(SourceId source, long run, LocalDate asOf) {
        handle.createUpdate(CONFIRM)
                .bind("source", source.value())
                .bind("run", run)
                .bind("as_of", asOf)
                .execute();
    }
}
