package org.tocsin.alert;

/** The SQL that finds what changed series make rules judge: from {@code touched} to {@code subject}. */
final class Subjects {
    /**
     * Follows a {@code touched (series_id, ...)} in a {@code with}: the lines the series make a rule judge, and the crises and countries
     * they lie in, a country also where it lies in a crisis.
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
            inside as (select distinct series_id, judged_line, judged_metric from scoped),
            subject as (
                select j.*, 'crisis:' || s.crisis as scope, s.crisis, null as scope_country, false as lies_in_none
                from judged j join scoped s using (series_id, judged_line, judged_metric)
                union all
                select j.*, 'country:' || c.code, null, c.code, i.series_id is null
                from judged j
                    cross join lateral (select case when crosses_border then origin else country end as code) c
                    left join inside i using (series_id, judged_line, judged_metric)
                where c.code not in ('ZZZ', 'UNK', 'XXA'))
            """;

    /** Which rules in force {@code r} watch a {@code subject s}: all places that a rule names, else crises and what lies in none. */
    static final String WATCHED = """
            r.known_to is null and r.metric = s.judged_metric
                and (r.population is null or r.population = s.population)
                and (r.cause = 'all' or s.cause = r.cause or starts_with(s.cause, r.cause || ':'))
                and (r.sources = '{}' or s.source = any (r.sources))
                and (s.crisis = any (r.crises) or s.scope_country = any (r.countries)
                    or r.every_country and s.scope_country is not null
                    or r.crises = '{}' and r.countries = '{}' and not r.every_country
                        and (s.crisis is not null or s.lies_in_none))
            """;

    private Subjects() {}
}
