package org.tocsin.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.tocsin.series.Touch;

/**
 * What a run makes due that touched only what stands beside the judged lines, in SQL: the second finding of a joint rule, and the other
 * sources where a rule compares the lines of one source with them.
 */
@RegisterRowMapper(BesideDao.SeenMapper.class)
interface BesideDao {
    /** Rules in force that look at more than the lines they judge. */
    String LOOKING_ASIDE = """
            r.known_to is null and (r.definition #>> '{detector,type}' = 'joint'
                or cardinality(r.sources) = 1
                    and jsonb_path_exists(r.definition, '$.detector.** ? (@.type == "divergence")'))
            """;

    /**
     * A scope in which a run touched what a rule sees beside its lines.
     *
     * @param from null where the judged lines are looked at where they stand: what was touched says nothing of their days
     */
    record Seen(
            String rule,
            String scope,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String kind,
            int loudness) {}

    @SqlQuery("select count(*) from rule_version r where " + LOOKING_ASIDE)
    int lookingAside();

    /** Two runs may each touch what stands beside the other's lines; they write their rows one after the other, or would wait in a circle. */
    @SqlQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended('due beside', 7))) as locked")
    int lock();

    /**
     * History and what is held make no second finding; to a comparison they are what they are to the line itself. A second source is about
     * the same days as the judged one, a second finding is not.
     */
    @SqlQuery("""
            with touched as (
                select series_id, from_day, to_day, array_position(""" + Touch.QUIETEST_FIRST + """
            , class) as loudness
                from run_change where run = :run and class <> 'duplicate'),
            """ + Subjects.OF_TOUCHED + """
            select r.rule, s.scope, null::date as from_day, null::date as to_day, 'sweep' as class, 0 as loudness
            from subject s join rule_version r on""" + " " + LOOKING_ASIDE + """
                and r.definition #>> '{detector,type}' = 'joint' and s.judged_metric = r.definition #>> '{detector,with,metric}'
                and (r.definition #>> '{detector,with,cause}' in ('all', s.cause)
                    or starts_with(s.cause, (r.definition #>> '{detector,with,cause}') || ':'))
            where s.loudness > 2
            group by r.rule, s.scope
            union all
            select r.rule, s.scope, min(s.from_day), max(s.to_day),
                ("""
            + Touch.QUIETEST_FIRST + """
            )[max(s.loudness)], max(s.loudness)
            from subject s join rule_version r on""" + " " + LOOKING_ASIDE + """
                and cardinality(r.sources) = 1 and s.source <> all (r.sources) and s.judged_metric = r.metric
                and (r.population is null or r.population = s.population)
                and (r.cause = 'all' or s.cause = r.cause or starts_with(s.cause, r.cause || ':'))
                and jsonb_path_exists(r.definition, '$.detector.** ? (@.type == "divergence")')
            group by r.rule, s.scope
            order by 1, 2
            """)
    List<Seen> seen(@Bind("run") long run);

    /**
     * The judged lines of the rule in the scope. Without days they are looked at where they were last heard of, as when only time has passed,
     * and a change that waits already brings them up anyway.
     */
    @SqlUpdate("""
            with touched as (
                select s.id as series_id
                from series s join line l on l.id = s.line_id join rule_version r on r.rule = :rule and r.known_to is null
                where l.metric = r.metric
                    or l.metric = 'funding_received' and r.metric in ('funding_coverage', 'funding_gap')),
            """ + Subjects.OF_TOUCHED + """
            , heard as (
                select s.judged_line, least(max(c.to_day),
                    (select max((n.known_at at time zone 'UTC')::date) from run_change n where n.run = :run)) as until
                from subject s join rule_version r on r.rule = :rule and (""" + Subjects.WATCHED + """
            ) join run_change c on c.series_id = s.series_id
                where s.scope = :scope and c.class <> 'duplicate'
                group by s.judged_line)
            insert into due as d (rule, scope, line_id, from_day, to_day, class, loudness, bulk, enqueued_at)
            select :rule, :scope, judged_line, coalesce(cast(:from as date), until), coalesce(cast(:to as date), until),
                :kind, :loudness, false, (select max(n.known_at) from run_change n where n.run = :run)
            from heard
            order by judged_line
            on conflict (rule, scope, line_id) do update set""" + " " + DueDao.JOINED + """
            where excluded.loudness > 0
            """)
    int enqueue(@Bind("run") long run, @BindMethods Seen seen);

    /** Reads a scope. */
    final class SeenMapper implements RowMapper<Seen> {
        @Override
        public Seen map(ResultSet row, StatementContext context) throws SQLException {
            return new Seen(
                    row.getString("rule"),
                    row.getString("scope"),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getString("class"),
                    row.getInt("loudness"));
        }
    }
}
