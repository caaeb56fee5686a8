--liquibase formatted sql

--changeset tocsin:figure-history-days
-- a trend asks which of its days were said otherwise before, and what was said of them as of a day; only revisions pay for these
create index figure_history_days on figure_history (series_id, period_end) include (period_start, value, low, high, known_from, known_to);
create index figure_history_longer on figure_history (series_id, period_end) where period_start < period_end;
create index figure_history_without_value on figure_history (series_id, period_end) where value is null;
--rollback drop index figure_history_days; drop index figure_history_longer; drop index figure_history_without_value;
