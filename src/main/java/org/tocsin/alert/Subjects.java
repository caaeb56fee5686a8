package org.tocsin.alert;

/** The SQL that finds what changed series make rules judge: from {@code touched} to {@code subject}. */
final class Subjects {
    /**
     * Follows a {@code touched (series_id, ...)} in a {@code with}: the lines the series make a rule judge, and the crises and countries
     * they lie in.
     */
    static final String OF_TOUCHED = """
            placed as (
                select t.*, s.line_id, s.country, s.admin1, s.origin, l.source, l.metric, l.population, l.cause, l.appeal,
                    l.category,
                    l.metric in ('refugees', 'asylum_seekers', 'others_needing_protection', 'arrivals') as crosses_border
                from touched t join series s on s.id = t.series_id join line l on l.id = s.line_id),
            judged as (
                select line_id as judged_line, metric as judged_metric, placed.* from placed
                union all
                select received.id, derived.metric, placed.*
                from placed
                    join line received on received.metric = 'funding_received' and received.source = placed.source
                        and received.appeal = placed.appeal and received.category is not distinct from placed.category
                    cross join (values ('funding_coverage'), ('funding_gap')) as derived (metric)
                where placed.metric in ('funding_required', 'funding_received')),
            live as (
                select c.* from crisis_line c join crisis_version v
                    on v.crisis = c.crisis and v.version = c.version and v.known_to is null),
            scoped as (
                select j.series_id, j.judged_line, j.judged_metric, c.crisis
                from judged j join live c on c.role = 'in' and c.country = j.country
                    and (c.admin1 is null or c.admin1 = j.admin1)
                where not j.crosses_border
                union
                select j.series_id, j.judged_line, j.judged_metric, c.crisis
                from judged j join live c on c.role = 'from' and c.country = j.origin
                where j.crosses_border
                union
                select j.series_id, j.judged_line, j.judged_metric, c.crisis
                from judged j join live c on c.role = 'appeal' and c.appeal = j.appeal),
            subject as (
                select j.*, 'crisis:' || s.crisis as scope, s.crisis
                from judged j join scoped s using (series_id, judged_line, judged_metric)
                union all
                select j.*, 'country:' || case when crosses_border then origin else country end, null
                from judged j
                where case when crosses_border then origin else country end not in ('ZZZ', 'UNK', 'XXA')
                    and not exists (
                        select 1 from scoped s
                        where (s.series_id, s.judged_line, s.judged_metric)
                            = (j.series_id, j.judged_line, j.judged_metric)))
            """;

    /** Which rules in force {@code r} watch a {@code subject s}. */
    static final String WATCHED = """
            r.known_to is null and r.metric = s.judged_metric
                and (r.population is null or r.population = s.population)
                and (r.cause = 'all' or s.cause = r.cause or starts_with(s.cause, r.cause || ':'))
                and (r.sources = '{}' or s.source = any (r.sources))
                and (r.crises = '{}' or s.crisis = any (r.crises))
            """;

    private Subjects() {}
}
