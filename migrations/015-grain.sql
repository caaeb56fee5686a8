--liquibase formatted sql

--changeset tocsin:source-grain
-- the narrowest windows it speaks of
alter table source add column grain text not null default 'day'
    check (grain in ('day', 'week', 'month', 'quarter', 'year'));
--rollback alter table source drop column grain;
