--liquibase formatted sql

--changeset tocsin:source
create table source (
    id text primary key,
    name text not null,
    licence text not null,
    licence_url text not null,
    attribution text not null,
    redistribution text not null check (redistribution in ('rows', 'aggregate_only')),
    non_commercial boolean not null,
    cadence_days integer not null check (cadence_days > 0),
    absence_is_zero boolean not null,
    -- end of its first complete run; what came before that is history, not news
    loaded_at timestamptz,
    -- 95 % quantile of its own publication lags, learned
    usual_lag_days integer check (usual_lag_days between 0 and 120)
);
--rollback drop table source;

--changeset tocsin:line
create table line (
    id bigint generated always as identity primary key,
    source text not null references source,
    stated_by text,
    basis text not null check (basis in ('reported', 'verified', 'estimated', 'modelled', 'projected', 'claimed')),
    metric text not null,
    unit text not null check (unit in ('persons', 'movements', 'households', 'cases', 'events', 'usd', 'ratio')),
    kind text not null check (kind in ('flow', 'stock', 'cumulative')),
    population text not null,
    cause text not null,
    category text,
    appeal text,
    unique nulls not distinct (source, stated_by, basis, metric, unit, kind, population, cause, category, appeal)
);
create index line_metric on line (metric);
--rollback drop table line;

--changeset tocsin:series
create table series (
    id bigint generated always as identity primary key,
    line_id bigint not null references line,
    country text not null check (country ~ '^[A-Z][A-Z0-9]{2}$'),
    admin1 text,
    admin1_pcode text,
    admin2 text,
    admin2_pcode text,
    origin text,
    rolling text not null check (rolling in ('part', 'total')),
    check (admin1 is not null or admin2 is null),
    unique nulls not distinct (line_id, country, admin1, admin1_pcode, admin2, admin2_pcode, origin, rolling)
);
create index series_country on series (country, line_id);
create index series_origin on series (origin, line_id) where origin is not null;
--rollback drop table series;

--changeset tocsin:record-home
create table record_home (
    source text not null,
    record text not null,
    part text not null,
    series_id bigint not null,
    primary key (source, record, part)
);
--rollback drop table record_home;

--changeset tocsin:figure
create table figure (
    series_id bigint not null,
    record text not null,
    part text not null,
    period_start date not null,
    period_end date not null,
    value numeric,
    low numeric,
    high numeric,
    qualifier text not null,
    status text not null,
    event_name text,
    glide text,
    link text,
    published date,
    document text not null,
    pointer text not null,
    run bigint not null,
    known_from timestamptz not null,
    primary key (series_id, record, part),
    constraint figure_period_in_order check (period_start <= period_end),
    constraint figure_range_in_order check (low <= high and low <= value and value <= high),
    constraint figure_not_negative check (value >= 0 and low >= 0 and high >= 0)
);
--rollback drop table figure;

--changeset tocsin:figure-history
create index figure_longer on figure (series_id, period_end) where period_start < period_end;
create table figure_history (
    series_id bigint not null,
    record text not null,
    part text not null,
    period_start date not null,
    period_end date not null,
    value numeric,
    low numeric,
    high numeric,
    qualifier text not null,
    status text not null,
    event_name text,
    glide text,
    link text,
    published date,
    document text not null,
    pointer text not null,
    run bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    ended_by bigint not null,
    primary key (series_id, record, part, known_from),
    constraint history_believed_for_a_while check (known_from < known_to)
);
--rollback drop table figure_history;

--changeset tocsin:figure-change
create table figure_change (
    id bigint generated always as identity,
    run bigint not null,
    series_id bigint not null,
    record text not null,
    part text not null,
    class text not null check (class in ('new_period', 'revised_up', 'revised_down', 'retracted', 'counter_reset',
        'moved', 'duplicate', 'held', 'backfill')),
    period_start date not null,
    period_end date not null,
    old_value numeric,
    new_value numeric,
    known_at timestamptz not null,
    primary key (series_id, id)
);
create index figure_change_run on figure_change (run);
--rollback drop table figure_change;

--changeset tocsin:series-day
create table series_day (
    series_id bigint not null,
    day date not null,
    value numeric not null,
    low numeric not null,
    high numeric not null,
    figures integer not null check (figures > 0),
    primary key (series_id, day)
);
--rollback drop table series_day;

--changeset tocsin:hold
create table hold (
    id bigint generated always as identity primary key,
    run bigint not null,
    series_id bigint not null,
    record text not null,
    part text not null,
    reason text not null check (reason in ('jump', 'unknown_place')),
    statement jsonb not null,
    held_at timestamptz not null,
    -- empty: waits for a person
    release_at timestamptz,
    ended_at timestamptz,
    ended_as text check (ended_as in ('released', 'dropped', 'superseded')),
    ended_by text,
    check ((ended_at is null) = (ended_as is null))
);
create unique index hold_open on hold (series_id, record, part) where ended_at is null;
create index hold_due on hold (release_at) where ended_at is null;
--rollback drop table hold;

--changeset tocsin:crisis
create table crisis (
    id text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text not null,
    since date not null,
    glide text[] not null,
    keywords text[] not null
);
create table crisis_version (
    crisis text not null references crisis,
    version integer not null check (version > 0),
    known_from timestamptz not null,
    known_to timestamptz,
    primary key (crisis, version),
    check (known_from < known_to)
);
create unique index crisis_version_current on crisis_version (crisis) where known_to is null;
create table crisis_line (
    crisis text not null,
    version integer not null,
    role text not null check (role in ('in', 'from', 'appeal')),
    country text,
    admin1 text,
    appeal text,
    foreign key (crisis, version) references crisis_version,
    unique nulls not distinct (crisis, version, role, country, admin1, appeal),
    check ((role = 'appeal') = (appeal is not null)),
    check ((role = 'appeal') = (country is null)),
    check (role = 'in' or admin1 is null)
);
--rollback drop table crisis_line; drop table crisis_version; drop table crisis;

--changeset tocsin:appeal
create table appeal (
    code text not null,
    known_from timestamptz not null,
    known_to timestamptz,
    source text not null references source,
    name text not null,
    type text not null,
    countries text[] not null,
    starts date not null,
    ends date not null,
    -- why its money is listed and not added up; empty: it counts
    listed_because text,
    link text,
    primary key (code, known_from),
    check (starts <= ends),
    check (known_from < known_to)
);
create unique index appeal_current on appeal (code) where known_to is null;
--rollback drop table appeal;
