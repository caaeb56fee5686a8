package org.tocsin.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.figure.Period;

/** Alerts and their events in SQL. */
@RegisterRowMapper(AlertDao.AlertMapper.class)
@RegisterRowMapper(AlertDao.EventMapper.class)
interface AlertDao extends Episodes {
    /** Two decisions of one key wait for each other, also where there is no alert yet to lock. */
    @SqlQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 7))) as locked")
    int lock(@Bind("key") String key);

    @SqlQuery("""
            select * from alert
            where rule = :rule and scope = :scope and population = :population and cause = :cause
                and appeal is not distinct from :appeal
                and state in ('pending_review', 'open', 'escalated', 'corrected')
            """)
    @Override
    Optional<Alert> findOpen(@BindMethods AlertKey key);

    /** The newest episode of the key, unless what it told was taken back. */
    @SqlQuery("""
            select * from (
                select * from alert
                where rule = :rule and scope = :scope and population = :population and cause = :cause
                    and appeal is not distinct from :appeal
                order by seq desc limit 1) as newest
            where not exists (
                select 1 from alert_event e
                where e.alert = newest.id and e.kind = 'corrected' and e.at >= newest.told_at)
            """)
    @Override
    Optional<Alert> lastTold(@BindMethods AlertKey key);

    @SqlQuery("""
            select exists (
                select 1 from alert_event e join decision d on d.id = e.decision
                where e.alert = :alert and e.kind = 'corroborated' and d.line_id = :line)
            """)
    @Override
    boolean joined(@Bind("alert") UUID alert, @Bind("line") long line);

    @SqlUpdate("""
            insert into alert (id, rule, scope, population, cause, appeal, state, level, opened_at, changed_at, look_at,
                told_line_id, told_level, told_value, told_threshold, told_start, told_end, told_at)
            values (:id, :key.rule, :key.scope, :key.population, :key.cause, :key.appeal, 'open', :level, :told.at, :told.at,
                :lookAt, :told.lineId, :level, :told.value, :told.threshold, :told.days.start, :told.days.end, :told.at)
            """)
    @Override
    void open(
            @Bind("id") UUID id,
            @BindMethods("key") AlertKey key,
            @Bind("level") String level,
            @BindMethods("told") Alert.Told told,
            @Bind("lookAt") Instant lookAt);

    @SqlUpdate("""
            update alert set told_line_id = :told.lineId, told_level = :level, told_value = :told.value,
                told_threshold = :told.threshold, told_start = :told.days.start, told_end = :told.days.end,
                told_at = :told.at
            where id = :id
            """)
    @Override
    void tell(@Bind("id") UUID id, @Bind("level") String level, @BindMethods("told") Alert.Told told);

    @SqlUpdate("""
            update alert set state = :state, level = :level, changed_at = greatest(:at, changed_at), look_at = :lookAt
            where id = :id
            """)
    @Override
    void move(
            @Bind("id") UUID id,
            @Bind("state") String state,
            @Bind("level") String level,
            @Bind("at") Instant at,
            @Bind("lookAt") @Nullable Instant lookAt);

    @SqlUpdate("update alert set look_at = :lookAt where id = :id")
    @Override
    void lookAgain(@Bind("id") UUID id, @Bind("lookAt") Instant lookAt);

    @GetGeneratedKeys("id")
    @SqlUpdate("""
            insert into alert_event (alert, kind, level, told, actor, reason, decision, at)
            values (:alert, :kind, :level, :told, :by.actor, :by.reason, :by.decision, :by.at)
            """)
    @Override
    long add(
            @Bind("alert") UUID alert,
            @Bind("kind") String kind,
            @Bind("level") String level,
            @Bind("told") boolean told,
            @BindMethods("by") AlertEvent.Trace trace);

    @SqlUpdate("""
            update alert set acknowledged_by = :by, acknowledged_at = :at where id = :id and acknowledged_at is null
            """)
    int acknowledge(@Bind("id") UUID id, @Bind("by") String by, @Bind("at") Instant at);

    @SqlQuery("select * from alert where id = :id for update")
    Optional<Alert> hold(@Bind("id") UUID id);

    @SqlQuery("select * from alert where id = :id")
    Optional<Alert> find(@Bind("id") UUID id);

    @SqlQuery("select * from alert_event where alert = :alert order by id")
    List<AlertEvent> events(@Bind("alert") UUID alert);

    /** The newest episode of the key before another one, unless what it told was taken back. */
    @SqlQuery("""
            select * from (
                select * from alert
                where rule = :rule and scope = :scope and population = :population and cause = :cause
                    and appeal is not distinct from :appeal and seq < :seq
                order by seq desc limit 1) as before
            where not exists (
                select 1 from alert_event e
                where e.alert = before.id and e.kind = 'corrected' and e.at >= before.told_at)
            """)
    Optional<Alert> before(@BindMethods AlertKey key, @Bind("seq") long seq);

    @SqlQuery("""
            select count(*) filter (where e.at > cast(:at as timestamptz) - interval '365 days') as last_year, count(*) as ever, (
                select d.known_at from decision d where d.rule = :rule and d.scope = :scope
                order by d.seq limit 1) as since
            from alert a join alert_event e on e.alert = a.id
            where a.rule = :rule and a.scope = :scope and e.told and e.kind in ('opened', 'escalated', 'repeated')
                and e.at <= :at
            """)
    @RegisterRowMapper(FrequencyMapper.class)
    Frequency frequency(@Bind("rule") String rule, @Bind("scope") String scope, @Bind("at") Instant at);

    @SqlQuery("""
            select decision from alert_event
            where alert = :alert and told and decision is not null and kind in ('opened', 'escalated', 'repeated')
            order by id desc limit 1
            """)
    Optional<UUID> told(@Bind("alert") UUID alert);

    @SqlQuery("""
            select a.id from alert a
            where a.look_at is not null and a.state <> 'pending_review' and not exists (
                select from rule_version r where r.rule = a.rule and (r.known_to is null or r.known_to > :then))
            order by a.seq
            """)
    List<UUID> withoutRule(@Bind("then") Instant then);

    @SqlQuery("""
            select count(*) from alert a
            where a.scope = :scope and a.opened_at <= :at and not exists (
                select 1 from alert_event e where e.alert = a.id and e.kind = 'stood_down' and e.at <= :at)
            """)
    int openAt(@Bind("scope") String scope, @Bind("at") Instant at);

    @SqlQuery("select * from alert where look_at <= :now order by look_at, seq limit :limit")
    List<Alert> toLookAt(@Bind("now") Instant now, @Bind("limit") int limit);

    @SqlQuery("""
            select * from alert
            where seq < :before and level = any (:levels)
                and (cast(:open as boolean) is null or (look_at is not null) = :open)
                and (cast(:state as text) is null or state = :state)
                and (cast(:scope as text) is null or scope = :scope)
                and (cast(:since as timestamptz) is null or changed_at >= :since)
            order by seq desc limit :limit
            """)
    List<Alert> list(
            @Bind("open") @Nullable Boolean open,
            @Bind("state") @Nullable String state,
            @Bind("scope") @Nullable String scope,
            @Bind("since") @Nullable Instant since,
            @Bind("levels") List<String> levels,
            @Bind("before") long before,
            @Bind("limit") int limit);

    /** Reads a row of {@code alert}. */
    final class AlertMapper implements RowMapper<Alert> {
        @Override
        public Alert map(ResultSet row, StatementContext context) throws SQLException {
            AlertKey key = new AlertKey(
                    row.getString("rule"),
                    row.getString("scope"),
                    row.getString("population"),
                    row.getString("cause"),
                    row.getString("appeal"));
            Alert.Standing standing = new Alert.Standing(
                    AlertState.of(row.getString("state")),
                    Level.of(row.getString("level")),
                    instant(row, "opened_at"),
                    instant(row, "changed_at"),
                    instantOrNull(row, "look_at"));
            Instant acknowledged = instantOrNull(row, "acknowledged_at");
            return new Alert(
                    row.getObject("id", UUID.class),
                    row.getLong("seq"),
                    key,
                    standing,
                    told(row),
                    acknowledged == null
                            ? null
                            : new Alert.Acknowledgement(row.getString("acknowledged_by"), acknowledged));
        }

        private static Alert.Told told(ResultSet row) throws SQLException {
            return new Alert.Told(
                    row.getLong("told_line_id"),
                    Level.of(row.getString("told_level")),
                    row.getBigDecimal("told_value"),
                    row.getBigDecimal("told_threshold"),
                    new Period(
                            row.getObject("told_start", LocalDate.class), row.getObject("told_end", LocalDate.class)),
                    instant(row, "told_at"));
        }

        static Instant instant(ResultSet row, String column) throws SQLException {
            return Objects.requireNonNull(instantOrNull(row, column), column);
        }

        private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
    }

    /** Reads a row of {@code alert_event}. */
    final class EventMapper implements RowMapper<AlertEvent> {
        @Override
        public AlertEvent map(ResultSet row, StatementContext context) throws SQLException {
            return new AlertEvent(
                    row.getLong("id"),
                    row.getObject("alert", UUID.class),
                    AlertEvent.Kind.of(row.getString("kind")),
                    Level.of(row.getString("level")),
                    row.getBoolean("told"),
                    new AlertEvent.Trace(
                            row.getString("actor"),
                            row.getString("reason"),
                            row.getObject("decision", UUID.class),
                            AlertMapper.instant(row, "at")));
        }
    }

    /** Reads how often a rule was told of. */
    final class FrequencyMapper implements RowMapper<Frequency> {
        @Override
        public Frequency map(ResultSet row, StatementContext context) throws SQLException {
            return new Frequency(
                    row.getInt("last_year"),
                    row.getInt("ever"),
                    LocalDate.ofInstant(AlertMapper.instant(row, "since"), ZoneOffset.UTC));
        }
    }
}
