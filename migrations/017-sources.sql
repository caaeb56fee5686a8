--liquibase formatted sql

--changeset tocsin:run-texts
-- how many texts in prose a run handed on
alter table run add column texts integer not null default 0;
--rollback alter table run drop column texts;

--changeset tocsin:source-pause
-- a source that an operator has paused is not asked by itself
alter table source add column paused_at timestamptz, add column paused_by text, add column paused_because text,
    add constraint source_pause_check check ((paused_at is null) = (paused_by is null) and (paused_at is null) = (paused_because is null));
--rollback alter table source drop constraint source_pause_check, drop column paused_at, drop column paused_by, drop column paused_because;
