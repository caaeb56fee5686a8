package org.tocsin.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.tocsin.detect.Change;
import org.tocsin.figure.Period;
import org.tocsin.series.Touch;

/** Due subjects in SQL. */
@RegisterRowMapper(DueDao.DueMapper.class)
interface DueDao {
    /** How a row joins the one that waits already. */
    String JOINED = """
                from_day = case when d.loudness <= 1 and excluded.loudness > 1 then excluded.from_day
                    when d.loudness > 1 and excluded.loudness <= 1 then d.from_day
                    else least(d.from_day, excluded.from_day) end,
                to_day = case when d.loudness <= 1 and excluded.loudness > 1 then excluded.to_day
                    when d.loudness > 1 and excluded.loudness <= 1 then d.to_day
                    else greatest(d.to_day, excluded.to_day) end,
                class = case when excluded.loudness >= d.loudness then excluded.class else d.class end,
                loudness = greatest(d.loudness, excluded.loudness),
                previous = case when d.class = 'sweep' then excluded.previous end,
                bulk = d.bulk and excluded.bulk,
                not_before = null
            """;

    /**
     * One statement: the series a run changed, the lines they make a rule judge, the crises and countries they lie in. The days
     * of history are left out as soon as there is news beside it, so that it is never judged as news. Rows are
     * written in the order of their key, so that two merges wait for each other and never deadlock. A subject that could not be
     * judged is tried anew, as its figures are others.
     */
    @SqlUpdate("""
            with touched as (
                select series_id,
                    coalesce(min(from_day) filter (where class <> 'backfill'), min(from_day)) as from_day,
                    coalesce(max(to_day) filter (where class <> 'backfill'), max(to_day)) as to_day,
                    sum(changes) as changes,
                    min(least_old) as previous, max(known_at) as known_at,
                    max(array_position(""" + Touch.QUIETEST_FIRST + """
            , class)) as loudness
                from run_change where run = :run and class <> 'duplicate'
                group by series_id),
            """ + Subjects.OF_TOUCHED + """
            insert into due as d (rule, scope, line_id, from_day, to_day, class, loudness, previous, bulk, enqueued_at)
            select r.rule, s.scope, s.judged_line,
                coalesce(min(s.from_day) filter (where s.loudness > 1), min(s.from_day)),
                coalesce(max(s.to_day) filter (where s.loudness > 1), max(s.to_day)),
                (""" + Touch.QUIETEST_FIRST + """
            )[max(s.loudness)],
                max(s.loudness), case when sum(s.changes) = 1 then min(s.previous) end,
                (select sum(changes) > :bulk from touched), max(s.known_at)
            from subject s join rule_version r on ("""
            + Subjects.WATCHED + """
            )
            group by r.rule, s.scope, s.judged_line
            order by r.rule, s.scope, s.judged_line
            on conflict (rule, scope, line_id) do update set""" + " " + JOINED)
    int enqueue(@Bind("run") long run, @Bind("bulk") int bulk);

    @SqlQuery("""
            select a.id from alert a join rule_version r on r.rule = a.rule and r.known_to is null
            where a.look_at <= :now and not exists (
                select from due d where (d.rule, d.scope, d.line_id) = (a.rule, a.scope, a.told_line_id))
            order by a.rule, a.scope, a.told_line_id
            """)
    List<UUID> openToLookAt(@Bind("now") Instant now);

    /** Time has passed: never louder than a change that waits already. */
    @SqlUpdate("""
            insert into due (rule, scope, line_id, from_day, to_day, class, loudness, bulk, enqueued_at)
            select a.rule, a.scope, a.told_line_id, a.told_start, a.told_end, 'sweep', 0, false, :now
            from alert a join rule_version r on r.rule = a.rule and r.known_to is null
            where a.id = :alert and a.look_at <= :now
            on conflict (rule, scope, line_id) do nothing
            """)
    int enqueueOpen(@Bind("alert") UUID alert, @Bind("now") Instant now);

    /** The rules that a day alone makes due: those that judge silence. */
    @SqlQuery("""
            select v.rule from rule_version v
            where v.known_to is null and v.definition -> 'detector' ->> 'type' = 'stale' and not exists (
                select from rule_calendar c where c.rule = v.rule and c.judged_on >= :today)
            order by v.rule
            """)
    List<String> daily(@Bind("today") LocalDate today);

    /** One node alone gets the day of a rule. */
    @SqlUpdate("""
            insert into rule_calendar as c (rule, judged_on) values (:rule, :today)
            on conflict (rule) do update set judged_on = excluded.judged_on where c.judged_on < excluded.judged_on
            """)
    int takeDay(@Bind("rule") String rule, @Bind("today") LocalDate today);

    /** Every subject the rule watches, after all that is news. */
    @SqlUpdate("""
            with touched as (
                select s.id as series_id
                from series s join line l on l.id = s.line_id join rule_version r on r.rule = :rule and r.known_to is null
                where l.metric = r.metric
                    or l.metric = 'funding_received' and r.metric in ('funding_coverage', 'funding_gap')),
            """ + Subjects.OF_TOUCHED + """
            insert into due (rule, scope, line_id, from_day, to_day, class, loudness, bulk, enqueued_at)
            select distinct r.rule, s.scope, s.judged_line, cast(:today as date), cast(:today as date), 'sweep', 0, true,
                cast(:now as timestamptz)
            from subject s join rule_version r on r.rule = :rule and (""" + Subjects.WATCHED + """
            )
            order by 1, 2, 3
            on conflict (rule, scope, line_id) do nothing
            """)
    int enqueueDay(@Bind("rule") String rule, @Bind("today") LocalDate today, @Bind("now") Instant now);

    /** Every subject that a rule would judge, and the series whose changes make it due. */
    @SqlQuery("""
            with r as (
                select cast(:by.metric as text) as metric, cast(:by.population as text) as population,
                    cast(:by.cause as text) as cause, cast(:by.sources as text[]) as sources,
                    cast(:by.places.crises as text[]) as crises, cast(:by.places.countries as text[]) as countries,
                    cast(:by.places.everyCountry as boolean) as every_country, cast(null as timestamptz) as known_to),
            touched as (
                select s.id as series_id
                from series s join line l on l.id = s.line_id cross join r
                where l.metric = r.metric
                    or l.metric in ('funding_required', 'funding_received')
                        and r.metric in ('funding_coverage', 'funding_gap')),
            """ + Subjects.OF_TOUCHED + """
            select s.scope, s.judged_line, array_agg(distinct s.series_id) as series
            from subject s join r on (""" + Subjects.WATCHED + """
            )
            group by s.scope, s.judged_line
            order by s.scope, s.judged_line
            """)
    @RegisterRowMapper(TriggerMapper.class)
    List<Trigger> triggers(@BindMethods("by") RuleDao.Matching by);

    @SqlQuery("""
            select rule, scope, line_id, from_day, to_day, class, previous, bulk, enqueued_at from due
            where not_before is null or not_before <= :now
            order by bulk, enqueued_at, rule, scope, line_id limit 1 for update skip locked
            """)
    Optional<Due> claim(@Bind("now") Instant now);

    @SqlQuery("""
            update due set attempts = attempts + 1, failure = :failure,
                not_before = cast(:now as timestamptz)
                    + least(cast(:longest as interval), cast(:first as interval) * power(2, least(attempts, 30)))
            where rule = :rule and scope = :scope and line_id = :lineId
            returning rule, scope, line_id, attempts, not_before, failure
            """)
    @RegisterRowMapper(SetbackMapper.class)
    Optional<Setback> setBack(
            @BindMethods Due due,
            @Bind("failure") String failure,
            @Bind("now") Instant now,
            @Bind("first") Duration first,
            @Bind("longest") Duration longest);

    @SqlQuery("""
            select rule, scope, line_id, attempts, coalesce(not_before, enqueued_at) as not_before, failure from due
            where attempts > 0 and attempts >= :attempts order by enqueued_at, rule, scope, line_id limit :limit
            """)
    @RegisterRowMapper(SetbackMapper.class)
    List<Setback> setbacks(@Bind("attempts") int attempts, @Bind("limit") int limit);

    @SqlQuery("""
            select count(*) as waiting, count(*) filter (where attempts > 0) as failing,
                extract(epoch from greatest(interval '0',
                    cast(:now as timestamptz) - min(enqueued_at) filter (where attempts = 0))) as oldest
            from due
            """)
    @RegisterRowMapper(BacklogMapper.class)
    Backlog backlog(@Bind("now") Instant now);

    @SqlUpdate("delete from due where rule = :rule and scope = :scope and line_id = :lineId")
    int finish(@BindMethods Due due);

    @SqlQuery("select count(*) from due")
    long count();

    /** Reads what is written beside a subject that failed. */
    final class SetbackMapper implements RowMapper<Setback> {
        @Override
        public Setback map(ResultSet row, StatementContext context) throws SQLException {
            return new Setback(
                    row.getString("rule"),
                    row.getString("scope"),
                    row.getLong("line_id"),
                    row.getInt("attempts"),
                    row.getObject("not_before", OffsetDateTime.class).toInstant(),
                    row.getString("failure"));
        }
    }

    /** Reads a subject with its series. */
    final class TriggerMapper implements RowMapper<Trigger> {
        @Override
        public Trigger map(ResultSet row, StatementContext context) throws SQLException {
            Long[] series = (Long[]) row.getArray("series").getArray();
            return new Trigger(row.getString("scope"), row.getLong("judged_line"), List.of(series));
        }
    }

    /** Reads the counts. */
    final class BacklogMapper implements RowMapper<Backlog> {
        @Override
        public Backlog map(ResultSet row, StatementContext context) throws SQLException {
            Duration oldest = Duration.ofMillis(Math.round(row.getDouble("oldest") * 1000));
            return new Backlog(row.getLong("waiting"), oldest, row.getLong("failing"));
        }
    }

    /** Reads a row. */
    final class DueMapper implements RowMapper<Due> {
        @Override
        public Due map(ResultSet row, StatementContext context) throws SQLException {
            Period days =
                    new Period(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class));
            return new Due(
                    row.getString("rule"),
                    row.getString("scope"),
                    row.getLong("line_id"),
                    new Change(row.getString("class"), row.getBigDecimal("previous"), days),
                    row.getBoolean("bulk"),
                    row.getObject("enqueued_at", OffsetDateTime.class).toInstant());
        }
    }
}
