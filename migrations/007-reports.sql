--liquibase formatted sql

--changeset tocsin:change-statement
create table change_statement (
    id text primary key,
    metric text not null,
    country text not null check (country ~ '^[A-Z][A-Z0-9]{2}$'),
    population text not null,
    cause text not null,
    direction text not null check (direction in ('increase', 'decrease')),
    percent numeric not null check (percent > 0),
    since date not null,
    base text,
    stated_by text not null,
    published date not null,
    known_from timestamptz not null,
    note text
);
create index change_statement_country on change_statement (country, metric);
--rollback drop table change_statement;
