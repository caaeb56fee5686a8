package org.tocsin.series;

/** The steps of a merge that carry out what was decided: close, open, remember. */
final class MergeApply {
    private static final String COLUMNS =
            "series_id, record, part, period_start, period_end, value, low, high, qualifier, status,"
                    + " event_name, glide, link, published, document, pointer";

    /** The beliefs that end because their record says something else now. */
    static final String END_REVISED = """
            insert into ended
            select f.*, false
            from incoming i
                join figure f on f.series_id = i.old_series and f.record = i.record and f.part = i.part
            where i.revises and i.class is not null and i.class <> 'held'
            """;

    /** Records that a complete extent covers and the batch does not state are withdrawn. */
    static final String END_MISSING = """
            insert into ended
            select f.*, true
            from line l join series s on s.line_id = l.id join figure f on f.series_id = s.id
            where l.source = :source and not :keep_absent and exists (
                    select 1 from extent e
                    where e.run = :run and f.period_end between e.span_start and e.span_end
                        and (e.filter = '' or e.filter like 'country:%'
                            and s.country = any (string_to_array(substr(e.filter, 9), ','))))
                and f.part not like '%@%'
                and not exists (select 1 from incoming i where i.record = f.record and i.part = f.part)
            """;

    static final String CLOSE = """
            with closed as (
                delete from figure f using ended e
                where f.series_id = e.series_id and f.record = e.record and f.part = e.part)
            insert into figure_history (COLUMNS, run, known_from, known_to, ended_by)
            select COLUMNS, run, known_from, :known_from, :run from ended
            """.replace("COLUMNS", COLUMNS);

    static final String OPEN = """
            insert into figure (COLUMNS, run, known_from)
            select COLUMNS, :run, :known_from from incoming join staged_document using (d)
            where class is not null and class <> 'held'
            """.replace("COLUMNS", COLUMNS);

    static final String REMEMBER_NEW_HOMES = """
            insert into record_home (source, record, part, series_id)
            select :source, record, part, series_id from incoming
            where home is null and class is not null and class <> 'held'
            order by record, part
            """;

    static final String REMEMBER_MOVES = """
            update record_home h set series_id = i.series_id
            from incoming i
            where h.source = :source and h.record = i.record and h.part = i.part
                and i.home <> i.series_id and i.class is not null and i.class <> 'held'
            """;

    static final String REMEMBER_CHANGES = """
            insert into figure_change (run, series_id, record, part, class, period_start, period_end, old_value,
                new_value, known_at)
            select :run, series_id, record, part, class, period_start, period_end, old_value, value, :known_from
            from incoming where class is not null
            union all
            select :run, e.series_id, e.record, e.part, 'moved', e.period_start, e.period_end, e.value, null, :known_from
            from incoming i
                join ended e on e.series_id = i.old_series and e.record = i.record and e.part = i.part
            where i.class = 'moved' and i.old_series <> i.series_id
            union all
            select :run, series_id, record, part, 'retracted', period_start, period_end, value, null, :known_from
            from ended where retracted
            """;

    static final String ADD_UP_DAYS = """
            with delta as (
                select series_id, day, sum(value) as value, sum(low) as low, sum(high) as high,
                    sum(figures) as figures
                from (
                    select i.series_id, i.period_start as day, i.value, coalesce(i.low, i.value) as low,
                        coalesce(i.high, i.value) as high, 1 as figures
                    from incoming i
                    where i.class is not null and i.class <> 'held' and i.kind = 'flow' and i.value is not null
                        and i.period_start = i.period_end
                    union all
                    select e.series_id, e.period_start, -e.value, -coalesce(e.low, e.value),
                        -coalesce(e.high, e.value), -1
                    from ended e join series s on s.id = e.series_id join line l on l.id = s.line_id
                    where l.kind = 'flow' and e.value is not null and e.period_start = e.period_end) change
                group by series_id, day
                having sum(figures) <> 0 or sum(value) <> 0 or sum(low) <> 0 or sum(high) <> 0)
            merge into series_day d using delta on d.series_id = delta.series_id and d.day = delta.day
            when matched and d.figures + delta.figures = 0 then delete
            when matched then update set value = d.value + delta.value, low = d.low + delta.low,
                high = d.high + delta.high, figures = d.figures + delta.figures
            when not matched then insert (series_id, day, value, low, high, figures)
                values (delta.series_id, delta.day, delta.value, delta.low, delta.high, delta.figures)
            """;

    static final String HOLD = """
            insert into hold (run, series_id, record, part, reason, statement, held_at, release_at)
            select :run, i.series_id, i.record, i.part, i.hold_reason,
                to_jsonb(i) || jsonb_build_object('document', d.document), :known_from,
                case when i.hold_reason = 'jump' then :known_from + interval '24 hours' end
            from incoming i join staged_document d using (d) where i.class = 'held'
            on conflict (series_id, record, part) where ended_at is null
            do update set statement = excluded.statement, run = excluded.run
            """;

    /** A held statement that a later one has taken the place of is not waited for any more. */
    static final String END_OVERTAKEN_HOLDS = """
            update hold h set ended_at = :known_from, ended_by = 'merge', ended_as = 'superseded'
            from incoming i
            where h.ended_at is null and h.series_id = i.series_id and h.record = i.record and h.part = i.part
                and i.class is not null and i.class <> 'held'
            """;

    private MergeApply() {}
}
