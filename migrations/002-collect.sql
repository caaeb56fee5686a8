--liquibase formatted sql

--changeset tocsin:run
create table run (
    id bigint generated always as identity primary key,
    source text not null references source,
    cause text not null check (cause in ('schedule', 'hand', 'import', 'reread', 'post')),
    started_at timestamptz not null,
    -- the moment its figures count as known; written before the merge begins
    known_from timestamptz,
    finished_at timestamptz,
    outcome text check (outcome in ('merged', 'unchanged', 'failed')),
    complete boolean not null default false,
    fetched integer not null default 0,
    added integer not null default 0,
    revised integer not null default 0,
    retracted integer not null default 0,
    unchanged integer not null default 0,
    duplicates integer not null default 0,
    held integer not null default 0,
    rejected integer not null default 0,
    bytes bigint not null default 0,
    failure text,
    failure_at text,
    failure_detail text,
    check ((finished_at is null) = (outcome is null)),
    check ((outcome = 'failed') = (failure is not null))
);
create index run_source on run (source, id desc);
create index run_merging on run (known_from) where finished_at is null;
--rollback drop table run;

--changeset tocsin:extent
create table extent (
    id bigint generated always as identity primary key,
    run bigint not null references run,
    source text not null references source,
    filter text not null,
    span_start date not null,
    span_end date not null,
    as_of date not null,
    check (span_start <= span_end)
);
create index extent_source on extent (source, filter, span_end);
--rollback drop table extent;

--changeset tocsin:document
create table document (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null,
    size bigint not null,
    stored bigint not null
);
create table document_chunk (
    sha256 text not null references document,
    n integer not null,
    bytes bytea not null check (octet_length(bytes) <= 1048576),
    primary key (sha256, n)
);
alter table document_chunk alter column bytes set storage external;
--rollback drop table document_chunk; drop table document;

--changeset tocsin:fetched
create table fetched (
    run bigint not null references run,
    n integer not null,
    sha256 text not null references document,
    fetched_at timestamptz not null,
    method text not null,
    url text not null,
    headers jsonb not null,
    etag text,
    last_modified text,
    primary key (run, n)
);
create index fetched_url on fetched (url, run desc);
create index fetched_document on fetched (sha256);
--rollback drop table fetched;

--changeset tocsin:rejection
create table rejection (
    id bigint generated always as identity primary key,
    run bigint not null references run,
    document text not null,
    at text not null,
    field text not null,
    why text not null
);
create index rejection_run on rejection (run);
--rollback drop table rejection;
