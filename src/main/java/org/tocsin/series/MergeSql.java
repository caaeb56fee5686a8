package org.tocsin.series;

/**
 * The steps of a merge, each one statement over the whole batch, in the order in which they run.
 *
 * <p>Every figure of the batch is classified once, in {@code incoming.class}; the later steps only carry out what was decided there. An
 * empty class means that nothing changed. {@code incoming} is the staged figures, beside them what they {@code met}: most of a batch is
 * either all new, and meets nothing, or all known, and leaves nothing to do, so that no step writes the figures out a second time.
 */
final class MergeSql {
    static final String STAGE = """
            set local work_mem = '64MB';
            create temporary table staged (n integer, s integer, record text, part text, overwritten boolean,
                news boolean, suspect boolean, period_start date, period_end date, value numeric, low numeric,
                high numeric, qualifier text, status text, event_name text, glide text, link text, published date,
                d integer, pointer text) on commit drop;
            create temporary table staged_document (d integer, document text) on commit drop;
            create temporary table staged_series (s integer, source text, stated_by text, basis text, metric text,
                unit text, kind text, population text, cause text, category text, appeal text, country text,
                admin1 text, admin1_pcode text, admin2 text, admin2_pcode text, origin text, rolling text,
                known_place boolean, line_id bigint, series_id bigint) on commit drop;
            create temporary table met (n integer, homed boolean, moves boolean, old_series bigint, old_value numeric,
                class text, hold_reason text) on commit drop;
            create temporary table ended (like figure, ended_as text not null) on commit drop;
            create temporary view incoming as
            select t.*, e.series_id, e.kind, e.appeal, e.known_place, coalesce(m.homed, false) as homed,
                coalesce(m.moves, false) as moves, m.old_series, m.old_value,
                case when m.n is not null then m.class when t.news then 'new_period' else 'backfill' end as class,
                m.hold_reason
            from staged t join staged_series e on e.s = t.s left join met m on m.n = t.n
            """;

    /** The first day of which a new figure is news and not history. */
    static final String NEWS_FROM = """
            select case
                when :telling = 'NEWS' then '-infinity'
                when loaded_at is null or :telling = 'HISTORY' then 'infinity'
                else (:known_from at time zone 'UTC')::date - coalesce(usual_lag_days, 45) end::date
            from source where id = :source
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

    /** The names are compared twice, for only what is equal and never empty can be looked up by its hash. */
    static final String FIND_SERIES = """
            update staged_series s set series_id = e.id
            from series e
            where e.line_id = s.line_id and e.country = s.country and e.rolling = s.rolling
                and coalesce(e.admin1, '') = coalesce(s.admin1, '')
                and coalesce(e.admin2, '') = coalesce(s.admin2, '')
                and e.admin1 is not distinct from s.admin1 and e.admin1_pcode is not distinct from s.admin1_pcode
                and e.admin2 is not distinct from s.admin2 and e.admin2_pcode is not distinct from s.admin2_pcode
                and e.origin is not distinct from s.origin
            """;

    /** What is small is counted, so that the plans of the large steps fit. */
    static final String LOOK = "analyze staged_series, staged_document";

    /** The last statement of a record in a batch wins. */
    static final String DROP_REPEATED = """
            with repeated as (
                select record, part, max(n) as last from staged
                where (record, part) in (select record, part from staged where suspect)
                group by record, part having count(*) > 1)
            delete from staged t using repeated
            where t.record = repeated.record and t.part = repeated.part and t.n < repeated.last
            """;

    /** What a figure means, given what is already believed of its record in its own series. */
    static final String MEET = """
            insert into met (n, homed, moves, old_series, old_value, class)
            select t.n, true, false, f.series_id, f.value,
                case
                    when (f.period_start, f.period_end, f.value, f.low, f.high, f.qualifier, f.status)
                        is not distinct from
                        (t.period_start, t.period_end, t.value, t.low, t.high, t.qualifier, t.status) then null
                    when f.value is not distinct from t.value
                        and (f.period_start, f.period_end) is distinct from (t.period_start, t.period_end) then 'moved'
                    when f.value is not distinct from t.value
                        and (f.low, f.high) is not distinct from (t.low, t.high) then 'duplicate'
                    when coalesce(t.value, t.high, t.low, 0) > coalesce(f.value, f.high, f.low, 0) then 'revised_up'
                    else 'revised_down' end
            from staged t
                join staged_series e on e.s = t.s
                join figure f on f.series_id = e.series_id and f.record = t.record and f.part = t.part
            """;

    /** What is left may be believed in another series, or have been withdrawn. */
    static final String MEET_ELSEWHERE = """
            insert into met (n, homed, moves, old_series, old_value, class)
            select t.n, true, h.series_id <> e.series_id, f.series_id, f.value,
                case when f.series_id is not null then 'moved' when t.news then 'new_period' else 'backfill' end
            from staged t
                join staged_series e on e.s = t.s
                join record_home h on h.source = :source and h.record = t.record and h.part = t.part
                left join figure f on f.series_id = h.series_id and f.record = h.record and f.part = h.part
            where not exists (select 1 from met m where m.n = t.n)
            """;

    /** A value its source overwrites is news only when it differs from the last one before its day. */
    static final String DROP_UNCHANGED_OVERWRITTEN = """
            delete from staged t using incoming i
            where t.n = i.n and i.overwritten and i.old_series is null and (
                select f.value is not distinct from i.value and f.low is not distinct from i.low
                    and f.high is not distinct from i.high and f.qualifier = i.qualifier
                from figure f
                where f.series_id = i.series_id and f.record = i.record
                    and split_part(f.part, '@', 1) = split_part(i.part, '@', 1) and f.period_end < i.period_end
                order by f.period_end desc limit 1)
            """;

    static final String FORGET_DROPPED = "delete from met m where not exists (select 1 from staged t where t.n = m.n)";

    /** Running totals by themselves, with an index: each is held against the one before it. */
    static final String COLLECT_COUNTERS = """
            create temporary table counter on commit drop as
            select n, series_id, period_start, period_end, value, class from incoming where kind = 'cumulative'
            """;

    static final String INDEX_COUNTERS = "create index on counter (series_id, period_end)";

    /** Puts what was {@code found} out of another look at some figures in the place of what they met. */
    private static final String MARK = """
            , gone as (delete from met m using found where m.n = found.n)
            insert into met (n, homed, moves, old_series, old_value, class, hold_reason)
            select n, homed, moves, old_series, old_value, class, hold_reason from found
            """;

    /** A running total is held against the last one from its own start before it, else against the last one. */
    static final String CLASSIFY_COUNTERS = """
            with found as (
                select i.n, i.homed, i.moves, i.old_series, p.value as old_value,
                    case
                        when i.period_start <> p.period_start and i.period_start < i.period_end
                            and p.period_start < p.period_end or i.value * 2 <= p.value then 'counter_reset'
                        else 'revised_down' end as class,
                    null as hold_reason
                from counter j join incoming i on i.n = j.n cross join lateral (
                    select * from (
                        select f.period_start, f.period_end, f.value from figure f
                        where f.series_id = j.series_id and f.period_end < j.period_end and f.value is not null
                        union all
                        select k.period_start, k.period_end, k.value from counter k
                        where k.series_id = j.series_id and k.period_end < j.period_end and k.value is not null) before
                    order by (before.period_start = j.period_start or before.period_start = before.period_end
                        or j.period_start = j.period_end) desc, period_end desc limit 1) p
                where j.class = 'new_period'
                    and (j.value < p.value or j.period_start <> p.period_start and j.period_start < j.period_end
                        and p.period_start < p.period_end))
            """ + MARK;

    static final String HOLD_UNKNOWN_PLACES = """
            with found as (
                select n, homed, moves, old_series, old_value, 'held' as class, 'unknown_place' as hold_reason
                from incoming where not known_place and class is not null and not :confirmed)
            """ + MARK;

    /** A jump of 8 between two statements of a stock at most 45 days apart waits, unless the last one held said the same. */
    static final String HOLD_JUMPS = """
            with found as (
                select j.n, j.homed, j.moves, j.old_series, p.value as old_value, 'held' as class, 'jump' as hold_reason
                from incoming j cross join lateral (
                    select f.value from figure f
                    where f.series_id = j.series_id and f.period_end < j.period_end and f.value is not null
                        and f.period_end >= j.period_end - 45
                    order by f.period_end desc limit 1) p
                where j.kind = 'stock' and j.appeal is null
                    and j.class = 'new_period' and j.value is not null and not :confirmed
                    and (j.value >= p.value * 8 and p.value > 0 or j.value * 8 <= p.value)
                    and not exists (select 1 from hold h
                        where h.series_id = j.series_id and h.ended_at is null and h.reason = 'jump'
                            and (h.statement ->> 'value')::numeric between j.value / 3 and j.value * 3))
            """ + MARK;

    /** What was met, and so which steps there are. */
    static final String COUNT = """
            select count(*) as met, count(*) filter (where class is null) as unchanged,
                count(*) filter (where class = 'held') as held,
                count(*) filter (where class <> 'held' and old_series is not null) as revised,
                count(*) filter (where class <> 'held' and old_series is null) as returned,
                count(*) filter (where class <> 'held' and moves) as moved
            from met
            """;

    private MergeSql() {}
}
