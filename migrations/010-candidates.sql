--liquibase formatted sql

--changeset tocsin:report
create table report (
    seq bigint generated always as identity unique,
    id uuid primary key,
    source text not null references source,
    -- of the text in UTF-8; the document archive has the bytes under this name
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    title text not null check (title ~ '\S'),
    published date not null,
    link text,
    language text check (language ~ '^[a-z]{2}$'),
    countries text[] not null,
    body text not null check (body ~ '\S'),
    received_at timestamptz not null,
    received_by text not null,
    unique (source, sha256)
);
create index report_document on report (sha256);
--rollback drop table report;

--changeset tocsin:event
create table event (
    seq bigint generated always as identity unique,
    id uuid primary key,
    name text not null check (name ~ '\S'),
    country text not null check (country ~ '^[A-Z][A-Z0-9]{2}$'),
    admin1 text,
    starts date not null,
    ends date,
    cause text not null,
    created_at timestamptz not null,
    created_by text not null,
    check (starts <= ends)
);
create index event_country on event (country, starts);
--rollback drop table event;

--changeset tocsin:candidate
create table candidate (
    seq bigint generated always as identity unique,
    id uuid primary key,
    report uuid not null references report,
    span_start integer not null check (span_start >= 0),
    span_end integer not null,
    span_text text not null,
    sentence text not null,
    -- of the sentence and what was read from it, whatever report it stands in
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    type text not null check (type in ('figure', 'change')),
    metric text not null,
    country text,
    proposal jsonb not null check (jsonb_typeof(proposal) = 'object'),
    rule text not null,
    confidence numeric not null check (confidence between 0 and 1),
    -- what lowered the confidence
    parts jsonb not null,
    state text not null check (state in ('waiting', 'confirmed', 'rejected', 'superseded')),
    decided_at timestamptz,
    decided_by text,
    reason text,
    -- what was confirmed, with its corrections; and where it went
    confirmed jsonb check (jsonb_typeof(confirmed) = 'object'),
    event uuid references event,
    record text,
    part text,
    version integer not null check (version > 0),
    check (span_start < span_end),
    check ((state = 'waiting') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null)),
    check (state <> 'rejected' or reason is not null),
    check (state not in ('confirmed', 'superseded') or confirmed is not null and record is not null),
    check ((record is null) = (part is null)),
    unique (report, span_start, span_end, fingerprint)
);
create index candidate_queue on candidate (state, seq);
create index candidate_rejected on candidate (fingerprint) where state = 'rejected';
create index candidate_record on candidate (record) where record is not null;
--rollback drop table candidate;

--changeset tocsin:change-statement-provenance
alter table change_statement add column link text;
alter table change_statement add column document text check (document ~ '^[0-9a-f]{64}$');
alter table change_statement add column pointer text;
alter table change_statement add constraint change_statement_followed check ((document is null) = (pointer is null));
--rollback alter table change_statement drop column link, drop column document, drop column pointer;
