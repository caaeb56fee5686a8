--liquibase formatted sql

--changeset tocsin:rule
create table rule (
    id text primary key check (id ~ '^[a-z][a-z0-9-]{1,59}$'),
    -- comes from a file, and cannot be changed here
    provisioned boolean not null
);
create table rule_version (
    rule text not null references rule,
    version integer not null check (version > 0),
    definition jsonb not null,
    -- what a change is matched by; the definition says the same
    metric text not null,
    population text,
    cause text not null,
    sources text[] not null,
    crises text[] not null,
    known_from timestamptz not null,
    known_to timestamptz,
    primary key (rule, version),
    check (known_from < known_to)
);
create unique index rule_version_current on rule_version (rule) where known_to is null;
create index rule_version_metric on rule_version (metric) where known_to is null;
--rollback drop table rule_version; drop table rule;

--changeset tocsin:due
-- What must be judged, and nothing else: a row leaves in the transaction that judges it.
create table due (
    rule text not null references rule,
    scope text not null check (scope ~ '^(crisis:[a-z][a-z0-9-]{1,39}|country:[A-Z][A-Z0-9]{2})$'),
    line_id bigint not null,
    from_day date not null,
    to_day date not null,
    class text not null check (class in ('new_period', 'revised_up', 'revised_down', 'retracted', 'counter_reset',
        'moved', 'duplicate', 'held', 'backfill', 'sweep')),
    -- how loud the class is; the loudest stays
    loudness integer not null check (loudness between 0 and 9),
    -- the value that was replaced, where only one figure changed
    previous numeric,
    -- came with many others, and waits for those that did not
    bulk boolean not null,
    enqueued_at timestamptz not null,
    primary key (rule, scope, line_id),
    check (from_day <= to_day)
);
create index due_order on due (bulk, enqueued_at, rule, scope, line_id);
--rollback drop table due;

--changeset tocsin:evidence
create table evidence (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    -- text, so that it stays the same byte for byte
    body text not null
);
--rollback drop table evidence;

--changeset tocsin:decision
create table decision (
    id uuid primary key,
    seq bigint generated always as identity unique,
    rule text not null,
    version integer not null,
    scope text not null,
    line_id bigint not null,
    evidence text not null references evidence,
    -- what the rule found; the reason may add what the alert said to it
    judgement text not null,
    fired boolean not null,
    reason text not null check (reason in ('fired', 'below_threshold', 'below_floor', 'no_history', 'too_early', 'unknown',
        'window_incomplete', 'longer_than_window', 'backfill', 'late', 'history_revised', 'held', 'claimed_only',
        'cooling_down', 'corroborated', 'silenced', 'stale', 'pending_review')),
    window_start date not null,
    window_end date not null,
    known_at timestamptz not null,
    foreign key (rule, version) references rule_version,
    check (window_start <= window_end),
    check (fired = (reason in ('fired', 'cooling_down', 'corroborated', 'silenced', 'pending_review')))
);
create index decision_scope on decision (scope, seq);
create index decision_rule on decision (rule, seq);
create index decision_fired on decision (seq) where fired;
create index decision_evidence on decision (evidence);
--rollback drop table decision;

--changeset tocsin:alert
create table alert (
    id uuid primary key,
    seq bigint generated always as identity unique,
    rule text not null references rule,
    scope text not null,
    population text not null,
    cause text not null,
    appeal text,
    state text not null check (state in ('pending_review', 'open', 'escalated', 'corrected', 'stood_down', 'rejected',
        'archived', 'expired')),
    level text not null check (level in ('watch', 'warning', 'critical')),
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    -- when it must be looked at although nothing came
    look_at timestamptz,
    -- what was last told
    told_line_id bigint not null,
    told_level text not null check (told_level in ('watch', 'warning', 'critical')),
    told_value numeric not null,
    told_threshold numeric not null,
    told_start date not null,
    told_end date not null,
    told_at timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    check (opened_at <= changed_at),
    check (told_start <= told_end),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((look_at is null) = (state in ('stood_down', 'rejected', 'archived', 'expired')))
);
create unique index alert_one_open_episode on alert (rule, scope, population, cause, appeal) nulls not distinct
    where state in ('pending_review', 'open', 'escalated', 'corrected');
create index alert_key on alert (rule, scope, population, cause, seq);
create index alert_scope on alert (scope, seq);
create index alert_look_at on alert (look_at) where look_at is not null;
--rollback drop table alert;

--changeset tocsin:alert-event
create table alert_event (
    id bigint generated always as identity primary key,
    alert uuid not null references alert,
    kind text not null check (kind in ('opened', 'escalated', 'repeated', 'eased', 'corroborated', 'corrected', 'stood_down',
        'acknowledged')),
    level text not null check (level in ('watch', 'warning', 'critical')),
    told boolean not null,
    actor text not null,
    reason text not null,
    decision uuid references decision,
    at timestamptz not null
);
create index alert_event_alert on alert_event (alert, id);
--rollback drop table alert_event;
