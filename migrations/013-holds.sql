--liquibase formatted sql

--changeset tocsin:held-notification
-- a number that is held back is told to coordinators
alter table notification drop constraint notification_kind_check,
    add constraint notification_kind_check check (kind in ('opened', 'escalated', 'corrected', 'stood_down', 'held'));
--rollback delete from attempt using notification n where n.id = notification and n.kind = 'held';
--rollback delete from outbox using notification n where n.id = notification and n.kind = 'held';
--rollback delete from notification where kind = 'held';
--rollback alter table notification drop constraint notification_kind_check, add constraint notification_kind_check check (kind in ('opened', 'escalated', 'corrected', 'stood_down'));

--changeset tocsin:coordinator
alter table recipient add column coordinator boolean not null default false;
--rollback alter table recipient drop column coordinator;

--changeset tocsin:hold-because
-- why a wait ends: waited, repeated, other_source, or the words of the coordinator who decided
alter table hold add column because text;
--rollback alter table hold drop column because;

--changeset tocsin:history-revised
-- a finding that only shrunken history has brought about is found by the rule, and not told
alter table decision drop constraint decision_check1, add constraint decision_check1 check (
    reason = 'history_revised' or fired = (reason in ('fired', 'cooling_down', 'corroborated', 'silenced', 'pending_review')));
--rollback alter table decision drop constraint decision_check1, add constraint decision_check1 check (fired = (reason in ('fired', 'cooling_down', 'corroborated', 'silenced', 'pending_review'))) not valid;
