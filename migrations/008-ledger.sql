--liquibase formatted sql

-- Each belief says itself what it changed, so that the ledger is read from the beliefs and not written a second time.
--changeset tocsin:belief-class
alter table figure add class text, add old_value numeric;
update figure f set class = c.class, old_value = c.old_value
from figure_change c
where c.series_id = f.series_id and c.record = f.record and c.part = f.part and c.run = f.run
    and c.known_at = f.known_from and c.class not in ('retracted', 'held');
update figure set class = 'backfill' where class is null;
alter table figure alter class set not null, add constraint figure_class check (class in ('new_period', 'backfill',
    'revised_up', 'revised_down', 'counter_reset', 'moved', 'duplicate'));
alter table figure_history add class text, add old_value numeric, add ended_as text;
update figure_history h set class = c.class, old_value = c.old_value
from figure_change c
where c.series_id = h.series_id and c.record = h.record and c.part = h.part and c.run = h.run
    and c.known_at = h.known_from and c.class not in ('retracted', 'held');
update figure_history set class = 'backfill' where class is null;
update figure_history h set ended_as = coalesce((
    select max(c.class) from figure_change c
    where c.series_id = h.series_id and c.record = h.record and c.part = h.part and c.run = h.ended_by
        and c.known_at = h.known_to and (c.class = 'retracted' or c.class = 'moved' and not exists (
            select 1 from (
                select series_id, record, part, known_from from figure
                union all
                select series_id, record, part, known_from from figure_history) next
            where next.series_id = h.series_id and next.record = h.record and next.part = h.part
                and next.known_from = h.known_to))), 'revised');
alter table figure_history alter class set not null, alter ended_as set not null,
    add constraint history_class check (class in ('new_period', 'backfill', 'revised_up', 'revised_down',
        'counter_reset', 'moved', 'duplicate')),
    add constraint history_ended_as check (ended_as in ('revised', 'moved', 'retracted'));
--rollback alter table figure_history drop class, drop old_value, drop ended_as;
--rollback alter table figure drop class, drop old_value;

-- What was held was never believed, so it has a table of its own.
--changeset tocsin:ledger-view
create table figure_held (
    run bigint not null,
    series_id bigint not null,
    record text not null,
    part text not null,
    period_start date not null,
    period_end date not null,
    old_value numeric,
    new_value numeric,
    known_at timestamptz not null,
    primary key (series_id, record, part, run)
);
create index figure_held_run on figure_held (run);
insert into figure_held
select distinct on (series_id, record, part, run)
    run, series_id, record, part, period_start, period_end, old_value, new_value, known_at
from figure_change where class = 'held' order by series_id, record, part, run, id desc;
drop table figure_change;
create view figure_change as
select run, series_id, record, part, class, period_start, period_end, old_value, value as new_value,
    known_from as known_at
from figure
union all
select run, series_id, record, part, class, period_start, period_end, old_value, value, known_from
from figure_history
union all
select ended_by, series_id, record, part, ended_as, period_start, period_end, value, null, known_to
from figure_history where ended_as <> 'revised'
union all
select run, series_id, record, part, 'held', period_start, period_end, old_value, new_value, known_at
from figure_held;
--rollback alter view figure_change rename to figure_ledger;
--rollback create table figure_change (
--rollback     id bigint generated always as identity,
--rollback     run bigint not null,
--rollback     series_id bigint not null,
--rollback     record text not null,
--rollback     part text not null,
--rollback     class text not null check (class in ('new_period', 'revised_up', 'revised_down', 'retracted', 'counter_reset',
--rollback         'moved', 'duplicate', 'held', 'backfill')),
--rollback     period_start date not null,
--rollback     period_end date not null,
--rollback     old_value numeric,
--rollback     new_value numeric,
--rollback     known_at timestamptz not null,
--rollback     primary key (series_id, id)
--rollback );
--rollback create index figure_change_run on figure_change (run);
--rollback insert into figure_change (run, series_id, record, part, class, period_start, period_end, old_value, new_value,
--rollback     known_at)
--rollback select run, series_id, record, part, class, period_start, period_end, old_value, new_value, known_at
--rollback from figure_ledger order by run, series_id, record, part;
--rollback drop view figure_ledger;
--rollback drop table figure_held;

-- What a run changed, by series: a few rows however many figures there were. It is what a run makes due, and the way to its ledger:
-- run_change t join figure_change c on c.series_id = t.series_id and c.run = t.run.
--changeset tocsin:run-change
create table run_change (
    run bigint not null,
    series_id bigint not null,
    class text not null check (class in ('new_period', 'revised_up', 'revised_down', 'retracted', 'counter_reset',
        'moved', 'duplicate', 'held', 'backfill')),
    from_day date not null,
    to_day date not null,
    changes integer not null check (changes > 0),
    least_old numeric,
    known_at timestamptz not null,
    primary key (run, series_id, class)
);
create index run_change_series on run_change (series_id, known_at);
insert into run_change
select run, series_id, class, min(period_start), max(period_end), count(*), min(old_value), max(known_at)
from figure_change group by run, series_id, class;
--rollback drop table run_change;

-- How many figures that were news came how many days after the day they are about; 120 stands for all that is later.
--changeset tocsin:source-lag
create table source_lag (
    source text not null references source,
    run bigint not null,
    days integer not null check (days between 0 and 120),
    figures integer not null check (figures > 0),
    primary key (source, run, days)
);
insert into source_lag
select r.source, c.run, least(120, greatest(0, (c.known_at at time zone 'UTC')::date - c.period_end)), count(*)
from figure_change c join run r on r.id = c.run
where c.class = 'new_period' group by 1, 2, 3;
--rollback drop table source_lag;

-- The days of a trend are added up when they are read; an index holds all that this needs.
--changeset tocsin:figure-day
create index figure_day on figure (series_id, period_start) include (value, low, high, known_from)
    where period_start = period_end;
drop table series_day;
--rollback create table series_day (
--rollback     series_id bigint not null,
--rollback     day date not null,
--rollback     value numeric not null,
--rollback     low numeric not null,
--rollback     high numeric not null,
--rollback     figures integer not null check (figures > 0),
--rollback     primary key (series_id, day)
--rollback );
--rollback insert into series_day (series_id, day, value, low, high, figures)
--rollback select f.series_id, f.period_start, sum(f.value), sum(coalesce(f.low, f.value)), sum(coalesce(f.high, f.value)),
--rollback     count(*)
--rollback from figure f join series s on s.id = f.series_id join line l on l.id = s.line_id
--rollback where l.kind = 'flow' and f.value is not null and f.period_start = f.period_end
--rollback group by f.series_id, f.period_start;
--rollback drop index figure_day;
