--liquibase formatted sql

--changeset tocsin:due-attempts
-- A subject that cannot be judged stays due, and is tried again later and later.
alter table due add column attempts integer not null default 0 check (attempts >= 0);
alter table due add column not_before timestamptz;
alter table due add column failure text check (length(failure) <= 500);
alter table due add constraint due_failed check ((attempts = 0) = (failure is null));
create index due_failing on due (enqueued_at) where attempts > 0;
--rollback drop index due_failing; alter table due drop constraint due_failed, drop column failure, drop column not_before, drop column attempts;

--changeset tocsin:source-content
-- The last day that any of its figures is about, not later than the day it came: how old its newest content is.
alter table source add column content_until date;
update source set content_until = newest.day from (
    select l.source, max(least(f.period_end, (f.known_from at time zone 'UTC')::date)) as day
    from figure f join series s on s.id = f.series_id join line l on l.id = s.line_id group by l.source) newest
where source.id = newest.source;
--rollback alter table source drop column content_until;

--changeset tocsin:outbox-lock
-- The session lock of the node that holds the claim, free when that node is dead; empty where it has none and only the lease counts.
alter table outbox add column claimed_lock integer;
alter table outbox add constraint outbox_lock_of_claim check (claimed_lock is null or claimed_by is not null);
create index outbox_claimed_lock on outbox (claimed_lock) where claimed_lock is not null;
--rollback drop index outbox_claimed_lock; alter table outbox drop constraint outbox_lock_of_claim, drop column claimed_lock;
