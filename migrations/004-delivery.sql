--liquibase formatted sql

--changeset tocsin:recipient
create table recipient (
    id bigint generated always as identity primary key,
    email text not null check (email ~ '^[^[:space:]@<>,]+@[^[:space:]@<>,]+$' and length(email) <= 254),
    name text not null,
    locale text not null,
    zone text not null,
    active boolean not null default true,
    provisioned boolean not null default false
);
create unique index recipient_email on recipient (lower(email));
--rollback drop table recipient;

--changeset tocsin:endpoint
create table endpoint (
    id bigint generated always as identity primary key,
    name text not null unique,
    url text not null check (url ~ '^https?://'),
    -- two while the older one is being replaced
    secrets text[] not null check (cardinality(secrets) between 1 and 2),
    active boolean not null default true,
    disabled_because text,
    -- start of the present run of nothing but failures
    failing_since timestamptz,
    provisioned boolean not null default false,
    check (not active or disabled_because is null)
);
--rollback drop table endpoint;

--changeset tocsin:subscription
create table subscription (
    id bigint generated always as identity primary key,
    recipient bigint references recipient on delete cascade,
    endpoint bigint references endpoint on delete cascade,
    -- an empty list asks for everything
    crises text[] not null,
    countries text[] not null,
    metrics text[] not null,
    min_level text not null check (min_level in ('watch', 'warning', 'critical')),
    provisioned boolean not null default false,
    constraint subscription_of_one check (num_nonnulls(recipient, endpoint) = 1)
);
create index subscription_recipient on subscription (recipient);
create index subscription_endpoint on subscription (endpoint);
--rollback drop table subscription;

--changeset tocsin:notification
create table notification (
    id uuid primary key,
    seq bigint generated always as identity unique,
    recipient bigint references recipient,
    endpoint bigint references endpoint,
    channel text not null check (channel in ('email', 'webhook')),
    alert uuid not null,
    kind text not null check (kind in ('opened', 'escalated', 'corrected', 'stood_down')),
    evidence text not null check (evidence ~ '^[0-9a-f]{64}$'),
    payload jsonb not null,
    -- the first notification of this alert to this destination; itself for the first
    thread uuid not null references notification,
    created_at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'dead', 'withdrawn')),
    ended_at timestamptz,
    constraint notification_to_one check (num_nonnulls(recipient, endpoint) = 1),
    constraint notification_channel_of_destination check ((channel = 'email') = (recipient is not null)),
    constraint notification_ended check ((state = 'pending') = (ended_at is null)),
    constraint notification_once unique nulls not distinct (recipient, endpoint, channel, evidence, kind)
);
create index notification_alert on notification (alert, seq);
create index notification_dead on notification (ended_at) where state = 'dead';
--rollback drop table notification;

--changeset tocsin:notification-event
create table notification_event (
    notification uuid not null references notification,
    alert_event bigint not null,
    primary key (notification, alert_event)
);
create index notification_event_alert_event on notification_event (alert_event);
--rollback drop table notification_event;

--changeset tocsin:outbox
-- What must still be sent, and nothing else: a row leaves when its notification ends. Every row is rewritten a few times, so pages
-- keep room for that and are swept early.
create table outbox (
    notification uuid primary key references notification,
    seq bigint not null unique,
    thread uuid not null,
    recipient bigint,
    endpoint bigint,
    due_at timestamptz not null,
    attempts integer not null default 0 check (attempts >= 0),
    -- of the newest claim; a worker that finishes with an older one has lost its lease
    epoch bigint not null default 0,
    claimed_by text,
    claimed_until timestamptz,
    constraint outbox_claimed check ((claimed_by is null) = (claimed_until is null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200,
    autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
create index outbox_due on outbox (due_at, seq);
create index outbox_thread on outbox (thread, seq);
create index outbox_endpoint on outbox (endpoint) where endpoint is not null;
create sequence outbox_epoch;
--rollback drop sequence outbox_epoch; drop table outbox;

--changeset tocsin:attempt
create table attempt (
    notification uuid not null references notification,
    n integer not null check (n > 0),
    at timestamptz not null,
    outcome text not null check (outcome in ('accepted', 'deferred', 'refused', 'gone')),
    -- what the far end said, shortened
    detail text not null check (length(detail) <= 500),
    duration_ms bigint not null check (duration_ms >= 0),
    -- HTTP status or SMTP reply code, where there was an answer
    status integer,
    primary key (notification, n)
);
create index attempt_at on attempt (at);
--rollback drop table attempt;
