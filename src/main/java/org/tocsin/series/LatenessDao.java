package org.tocsin.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.tocsin.figure.Metric;
import org.tocsin.figure.SourceId;

/** Learns from a source's own vintages how late it is: what it had told of past months, day by day after their end. */
final class LatenessDao {
    private static final String SHARES =
            "select age_days, share from lateness where source = :source and metric = :metric";

    /** Once a week is enough, and a month is only a lesson if it began after the first load and is long over. */
    private static final String BEGIN = """
            insert into lateness_study (source, studied_at)
            select id, :at from source where id = :source and loaded_at < :at::timestamptz - interval '8 months'
            on conflict (source) do update set studied_at = excluded.studied_at
                where lateness_study.studied_at < excluded.studied_at - interval '7 days'
            """;

    private static final String FORGET = "delete from lateness where source = :source";

    private static final String LEARN = """
            with month as (
                select m::date as first, (m + interval '1 month')::date - 1 as last
                from source s, generate_series(
                    date_trunc('month', greatest(s.loaded_at, :at::timestamptz - interval '24 months')
                        at time zone 'UTC') + interval '1 month',
                    (:at::timestamptz at time zone 'UTC') - interval '5 months', interval '1 month') m
                where s.id = :source),
            told as (
                select l.metric, m.last, f.value, (f.known_from at time zone 'UTC')::date - m.last as since,
                    (f.known_to at time zone 'UTC')::date - m.last as until
                from line l join series s on s.line_id = l.id join (
                    select series_id, period_end, value, known_from, null::timestamptz as known_to from figure
                    union all
                    select series_id, period_end, value, known_from, known_to from figure_history) f
                    on f.series_id = s.id join month m on f.period_end between m.first and m.last
                where l.source = :source and l.kind = 'flow' and f.value is not null),
            known as (
                select t.metric, t.last, a.days,
                    coalesce(sum(t.value) filter (where t.since <= a.days and (t.until is null or t.until > a.days)), 0)
                        as early,
                    sum(t.value) filter (where t.until is null) as final
                from told t cross join unnest(array[0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 75, 90, 120]) as a (days)
                group by t.metric, t.last, a.days)
            insert into lateness (source, metric, age_days, share, months)
            select :source, metric, days,
                round(least(1, percentile_cont(0.5) within group (order by early / final))::numeric, 3), count(*)
            from known where final > 0
            group by metric, days having count(*) >= 3
            """;

    private final Handle handle;

    LatenessDao(Handle handle) {
        this.handle = handle;
    }

    Lateness get(SourceId source, Metric metric) {
        TreeMap<Integer, BigDecimal> shares = new TreeMap<>();
        try (Query query = handle.createQuery(SHARES)) {
            query.bind("source", source.value())
                    .bind("metric", metric.code())
                    .map((row, context) -> shares.put(row.getInt("age_days"), row.getBigDecimal("share")))
                    .list();
        }
        return new Lateness(shares);
    }

    void learn(SourceId source, Instant at) {
        if (run(BEGIN, source, at) > 0) {
            run(FORGET, source, at);
            run(LEARN, source, at);
        }
    }

    private int run(String sql, SourceId source, Instant at) {
        return handle.createUpdate(sql)
                .configure(org.jdbi.v3.core.statement.SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("source", source.value())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }
}
