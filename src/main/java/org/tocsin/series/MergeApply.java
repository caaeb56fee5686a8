package org.tocsin.series;

/** The steps of a merge that carry out what was decided: close, open, remember. */
final class MergeApply {
    private static final String COLUMNS =
            "series_id, record, part, period_start, period_end, value, low, high, qualifier, status,"
                    + " event_name, glide, link, published, document, pointer";

    /** The beliefs that end because their record says something else now. */
    static final String END_REVISED = """
            insert into ended
            select f.*, case when m.moves then 'moved' else 'revised' end
            from met m
                join staged t on t.n = m.n
                join figure f on f.series_id = m.old_series and f.record = t.record and f.part = t.part
            where m.class <> 'held'
            """;

    /** Records that a complete extent covers and the batch does not state are withdrawn. */
    static final String END_MISSING = """
            insert into ended
            select f.*, 'retracted'
            from line l join series s on s.line_id = l.id join figure f on f.series_id = s.id
            where l.source = :source and not :keep_absent and exists (
                    select 1 from extent e
                    where e.run = :run and f.period_end between e.span_start and e.span_end
                        and (e.filter = '' or e.filter like 'country:%'
                            and s.country = any (string_to_array(substr(e.filter, 9), ','))))
                and f.part not like '%@%'
                and not exists (select 1 from staged t where t.record = f.record and t.part = f.part)
            """;

    /** Records that their source takes back by name; one that the same batch still states is stated. */
    static final String END_WITHDRAWN = """
            insert into ended
            select f.*, 'retracted'
            from record_home h
                join figure f on f.series_id = h.series_id and f.record = h.record and f.part = h.part
            where h.source = :source and h.record = any (:withdrawn)
                and not exists (select 1 from staged t where t.record = f.record)
                and not exists (
                    select 1 from ended e
                    where e.series_id = f.series_id and e.record = f.record and e.part = f.part)
            """;

    static final String CLOSE = """
            with closed as (
                delete from figure f using ended e
                where f.series_id = e.series_id and f.record = e.record and f.part = e.part)
            insert into figure_history (COLUMNS, run, known_from, class, old_value, known_to, ended_by, ended_as)
            select COLUMNS, run, known_from, class, old_value, :known_from, :run, ended_as from ended
            """.replace("COLUMNS", COLUMNS);

    /** In the order of their key, so that the indexes that begin with the series grow in their own order. */
    static final String OPEN = """
            insert into figure (COLUMNS, run, known_from, class, old_value)
            select COLUMNS, :run, :known_from, class, old_value from incoming join staged_document using (d)
            where class <> 'held'
            order by series_id, record, part
            """.replace("COLUMNS", COLUMNS);

    static final String REMEMBER_NEW_HOMES = """
            insert into record_home (source, record, part, series_id)
            select :source, record, part, series_id from incoming
            where not homed and class <> 'held'
            order by record, part
            """;

    static final String REMEMBER_MOVES = """
            update record_home h set series_id = i.series_id
            from incoming i
            where h.source = :source and h.record = i.record and h.part = i.part
                and i.moves and i.class <> 'held'
            """;

    /** What is read of a run afterwards: a row per series and class, however many figures there are. */
    static final String REMEMBER_CHANGES = """
            insert into run_change (run, series_id, class, from_day, to_day, changes, least_old, known_at)
            select :run, series_id, class, min(period_start), max(period_end), count(*), min(old_value), :known_from
            from (
                select series_id, class, period_start, period_end, old_value from incoming where class is not null
                union all
                select series_id, ended_as, period_start, period_end, value from ended
                where ended_as <> 'revised') change
            group by series_id, class
            """;

    /** How long after their days the figures that are news have come. */
    static final String REMEMBER_LAGS = """
            insert into source_lag (source, run, days, figures)
            select :source, :run, least(120, greatest(0, (:known_from at time zone 'UTC')::date - period_end)), count(*)
            from incoming where class = 'new_period' group by 3
            """;

    /** What is held is believed by nobody, so its change is written down by itself. */
    static final String REMEMBER_HELD = """
            insert into figure_held (run, series_id, record, part, period_start, period_end, old_value, new_value, known_at)
            select :run, series_id, record, part, period_start, period_end, old_value, value, :known_from
            from incoming where class = 'held'
            """;

    /** What a coordinator has dropped is not asked again. */
    static final String HOLD = """
            insert into hold (run, series_id, record, part, reason, statement, held_at, release_at)
            select :run, i.series_id, i.record, i.part, i.hold_reason,
                to_jsonb(i) || jsonb_build_object('document', d.document), :known_from,
                case when i.hold_reason = 'jump' then :known_from + interval '24 hours' end
            from incoming i join staged_document d using (d)
            where i.class = 'held' and not exists (
                select 1 from hold dropped
                where dropped.series_id = i.series_id and dropped.record = i.record and dropped.part = i.part
                    and dropped.ended_as = 'dropped' and (dropped.statement ->> 'value')::numeric = i.value)
            on conflict (series_id, record, part) where ended_at is null
            do update set statement = excluded.statement, run = excluded.run
            """;

    /** A held statement that a later one has repeated, or taken the place of, is not waited for any more. */
    static final String END_OVERTAKEN_HOLDS = """
            update hold h set ended_at = :known_from, ended_by = 'merge',
                ended_as = case when i.value between (h.statement ->> 'value')::numeric / 3
                        and (h.statement ->> 'value')::numeric * 3 then 'released' else 'superseded' end,
                because = case when i.value between (h.statement ->> 'value')::numeric / 3
                        and (h.statement ->> 'value')::numeric * 3 then 'repeated' end
            from incoming i
            where h.ended_at is null and h.series_id = i.series_id and h.record = i.record and h.part = i.part
                and i.class <> 'held' and exists (select 1 from hold waiting where waiting.ended_at is null)
            """;

    /** A jump that a later statement repeats, or another source is near, is let go by the next sweep; a claim counts for nothing. */
    static final String HASTEN_HOLDS = """
            update hold h set release_at = :known_from, because = found.because
            from (
                select w.id, case
                    when exists (
                        select 1 from figure f
                        where f.series_id = w.series_id and f.period_end::text > w.statement ->> 'period_end'
                            and f.value between v.value / 3 and v.value * 3) then 'repeated'
                    when exists (
                        select 1 from line ol join series os on os.line_id = ol.id join figure f on f.series_id = os.id
                        where ol.source <> l.source and ol.basis <> 'claimed'
                            and (ol.metric, ol.unit, ol.kind, ol.population, ol.cause)
                                = (l.metric, l.unit, l.kind, l.population, l.cause)
                            and ol.category is not distinct from l.category
                            and os.country = s.country and os.admin1 is not distinct from s.admin1
                            and os.admin2 is not distinct from s.admin2 and os.origin is not distinct from s.origin
                            and f.period_end >= (w.held_at at time zone 'UTC')::date - 45
                            and f.value between v.value / 3 and v.value * 3) then 'other_source' end as because
                from hold w join series s on s.id = w.series_id join line l on l.id = s.line_id
                    cross join lateral (select (w.statement ->> 'value')::numeric as value) v
                where w.ended_at is null and w.reason = 'jump' and w.release_at > :known_from) found
            where found.id = h.id and found.because is not null
            """;

    private MergeApply() {}
}
