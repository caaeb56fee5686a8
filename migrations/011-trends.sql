--liquibase formatted sql

--changeset tocsin:figure-without-value
-- few figures say no number, and a window that holds one is not zero
create index figure_without_value on figure (series_id, period_end) where value is null;
--rollback drop index figure_without_value;

--changeset tocsin:lateness
-- which share of a month's final value a source has usually told, so many days after the month's end
create table lateness (
    source text not null references source,
    metric text not null,
    age_days integer not null check (age_days >= 0),
    share numeric not null check (share between 0 and 1),
    months integer not null check (months > 0),
    primary key (source, metric, age_days)
);
create table lateness_study (
    source text primary key references source,
    studied_at timestamptz not null
);
--rollback drop table lateness_study; drop table lateness;
