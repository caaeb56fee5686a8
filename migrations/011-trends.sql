--liquibase formatted sql

--changeset tocsin:figure-without-value
-- few figures say no number, and a window that holds one is not zero
create index figure_without_value on figure (series_id, period_end) where value is null;
--rollback drop index figure_without_value;
