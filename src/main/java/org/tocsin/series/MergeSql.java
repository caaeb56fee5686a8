package org.tocsin.series;

/**
 * The steps of a merge, each one statement over the whole batch, in the order in which they run.
 *
 * <p>Every figure of the batch is classified once, in {@code incoming.class}; the later steps only carry out what was decided there. An
 * empty class means that nothing changed.
 */
final class MergeSql {
    static final String STAGE = """
            create temporary table staged (n bigint, s integer, record text, part text, overwritten boolean,
                period_start date, period_end date, value numeric, low numeric, high numeric, qualifier text,
                status text, event_name text, glide text, link text, published date, document text, pointer text)
                on commit drop;
            create temporary table staged_series (s integer, source text, stated_by text, basis text, metric text,
                unit text, kind text, population text, cause text, category text, appeal text, country text,
                admin1 text, admin1_pcode text, admin2 text, admin2_pcode text, origin text, rolling text,
                known_place boolean, line_id bigint, series_id bigint) on commit drop
            """;

    static final String ADD_LINES = """
            insert into line (source, stated_by, basis, metric, unit, kind, population, cause, category, appeal)
            select distinct source, stated_by, basis, metric, unit, kind, population, cause, category, appeal
            from staged_series
            on conflict do nothing
            """;

    static final String FIND_LINES = """
            update staged_series s set line_id = l.id
            from line l
            where l.source = s.source and l.basis = s.basis and l.metric = s.metric and l.unit = s.unit
                and l.kind = s.kind and l.population = s.population and l.cause = s.cause
                and l.stated_by is not distinct from s.stated_by and l.category is not distinct from s.category
                and l.appeal is not distinct from s.appeal
            """;

    static final String ADD_SERIES = """
            insert into series (line_id, country, admin1, admin1_pcode, admin2, admin2_pcode, origin, rolling)
            select line_id, country, admin1, admin1_pcode, admin2, admin2_pcode, origin, rolling
            from staged_series
            on conflict do nothing
            """;

    static final String FIND_SERIES = """
            update staged_series s set series_id = e.id
            from series e
            where e.line_id = s.line_id and e.country = s.country and e.rolling = s.rolling
                and e.admin1 is not distinct from s.admin1 and e.admin1_pcode is not distinct from s.admin1_pcode
                and e.admin2 is not distinct from s.admin2 and e.admin2_pcode is not distinct from s.admin2_pcode
                and e.origin is not distinct from s.origin
            """;

    /** The last statement of a record in a batch wins. */
    static final String LAST_WINS = """
            create temporary table incoming on commit drop as
            select distinct on (t.record, t.part) t.*, s.series_id, s.kind, s.appeal, s.metric, s.known_place,
                null::text as class, null::numeric as old_value, null::bigint as old_series, false as revises,
                null::text as hold_reason, null::text as mark
            from staged t join staged_series s using (s)
            order by t.record, t.part, t.n desc;
            create unique index on incoming (record, part);
            analyze incoming
            """;

    /** What is already believed of the same record, and in which series. */
    static final String CLASSIFY_KNOWN = """
            update incoming i set
                class = case
                    when h.series_id <> i.series_id then 'moved'
                    when (f.period_start, f.period_end, f.value, f.low, f.high, f.qualifier, f.status)
                        is not distinct from
                        (i.period_start, i.period_end, i.value, i.low, i.high, i.qualifier, i.status) then null
                    when f.value is not distinct from i.value
                        and (f.period_start, f.period_end) is distinct from (i.period_start, i.period_end) then 'moved'
                    when f.value is not distinct from i.value
                        and (f.low, f.high) is not distinct from (i.low, i.high) then 'duplicate'
                    when coalesce(i.value, i.high, i.low, 0) > coalesce(f.value, f.high, f.low, 0) then 'revised_up'
                    else 'revised_down' end,
                old_value = f.value, old_series = h.series_id, revises = true
            from record_home h
                left join figure f on f.series_id = h.series_id and f.record = h.record and f.part = h.part
            where h.source = :source and h.record = i.record and h.part = i.part and f.series_id is not null
            """;

    /** A value its source overwrites is news only when it differs from the last one before its day. */
    static final String DROP_UNCHANGED_OVERWRITTEN = """
            delete from incoming i
            where i.overwritten and not i.revises and (
                select f.value is not distinct from i.value and f.low is not distinct from i.low
                    and f.high is not distinct from i.high and f.qualifier = i.qualifier
                from figure f
                where f.series_id = i.series_id and f.record = i.record
                    and split_part(f.part, '@', 1) = split_part(i.part, '@', 1) and f.period_end < i.period_end
                order by f.period_end desc limit 1)
            """;

    /** Numbers of records not heard of before, and running totals, which are held against the total before them. */
    static final String CLASSIFY_NEW = """
            update incoming i set class = case
                when :telling = 'NEWS' then 'new_period'
                when s.loaded_at is null or :telling = 'HISTORY'
                    or (:known_from at time zone 'UTC')::date - i.period_end > coalesce(s.usual_lag_days, 45)
                    then 'backfill'
                else 'new_period' end
            from source s
            where s.id = :source and not i.revises
            """;

    static final String CLASSIFY_COUNTERS = """
            update incoming i set old_value = p.value, class = case
                when i.period_start <> p.period_start and i.period_start < i.period_end
                    and p.period_start < p.period_end or i.value * 2 <= p.value then 'counter_reset'
                else 'revised_down' end
            from incoming j cross join lateral (
                select * from (
                    select f.period_start, f.period_end, f.value from figure f
                    where f.series_id = j.series_id and f.period_end < j.period_end and f.value is not null
                    union all
                    select k.period_start, k.period_end, k.value from incoming k
                    where k.series_id = j.series_id and k.period_end < j.period_end and k.value is not null) before
                order by period_end desc limit 1) p
            where i.record = j.record and i.part = j.part and j.kind = 'cumulative' and j.class = 'new_period'
                and (j.value < p.value or j.period_start <> p.period_start and j.period_start < j.period_end
                    and p.period_start < p.period_end)
            """;

    static final String HOLD_UNKNOWN_PLACES = """
            update incoming set class = 'held', hold_reason = 'unknown_place'
            where not known_place and class is not null and not :confirmed
            """;

    /** A jump of 8 between two statements of a stock at most 45 days apart waits, unless the last one held said the same. */
    static final String HOLD_JUMPS = """
            update incoming i set class = 'held', hold_reason = 'jump', old_value = p.value
            from incoming j cross join lateral (
                select f.value from figure f
                where f.series_id = j.series_id and f.period_end < j.period_end and f.value is not null
                    and f.period_end >= j.period_end - 45
                order by f.period_end desc limit 1) p
            where i.record = j.record and i.part = j.part and j.kind = 'stock' and j.appeal is null
                and j.class = 'new_period' and j.value is not null and not :confirmed
                and (j.value >= p.value * 8 and p.value > 0 or j.value * 8 <= p.value)
                and not exists (select 1 from hold h
                    where h.series_id = j.series_id and h.ended_at is null and h.reason = 'jump'
                        and (h.statement ->> 'value')::numeric between j.value / 3 and j.value * 3)
            """;

    private MergeSql() {}
}
