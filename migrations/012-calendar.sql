--liquibase formatted sql

--changeset tocsin:rule-calendar
-- the last day on which a rule that time alone makes due has been made due
create table rule_calendar (
    rule text primary key references rule,
    judged_on date not null
);
--rollback drop table rule_calendar;
