package org.tocsin.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Period;

/** Decisions and their evidence in SQL. */
@RegisterRowMapper(DecisionDao.EntryMapper.class)
@RegisterConstructorMapper(DecisionDao.Written.class)
interface DecisionDao {
    /** A decision as it is stored, its parts still in text. */
    record Written(String rule, int version, long lineId, String evidence, String judgement, String reason) {}

    @SqlUpdate("insert into evidence (sha256, body) values (:sha256, :body) on conflict do nothing")
    void keep(@Bind("sha256") String sha256, @Bind("body") String body);

    @SqlUpdate("""
            insert into decision (id, rule, version, scope, line_id, evidence, judgement, fired, reason, window_start,
                window_end, known_at)
            values (:id, :by.rule, :by.version, :scope, :by.lineId, :by.evidence, :by.judgement, :fired, :by.reason,
                :days.start, :days.end, :at)
            """)
    void add(
            @Bind("id") UUID id,
            @Bind("scope") String scope,
            @Bind("fired") boolean fired,
            @BindMethods("by") Written written,
            @BindMethods("days") Period days,
            @Bind("at") Instant at);

    @SqlQuery("""
            select d.rule, d.version, d.line_id, e.body as evidence, d.judgement, d.reason
            from decision d join evidence e on e.sha256 = d.evidence where d.id = :id
            """)
    Optional<Written> find(@Bind("id") UUID id);

    @SqlQuery("select body from evidence where sha256 = :sha256")
    Optional<String> evidence(@Bind("sha256") String sha256);

    @SqlQuery("""
            select seq, id, rule, version, scope, line_id, judgement, reason, window_start, window_end, known_at from decision
            where seq < :before
                and (cast(:by.fired as boolean) is null or fired = :by.fired)
                and (cast(:by.rule as text) is null or rule = :by.rule)
                and (cast(:by.scope as text) is null or scope = :by.scope)
            order by seq desc limit :limit
            """)
    List<DecisionEntry> list(
            @BindMethods("by") DecisionFilter filter, @Bind("before") long before, @Bind("limit") int limit);

    /** Reads a row of a list. */
    final class EntryMapper implements RowMapper<DecisionEntry> {
        @Override
        public DecisionEntry map(ResultSet row, StatementContext context) throws SQLException {
            return new DecisionEntry(
                    row.getLong("seq"),
                    row.getObject("id", UUID.class),
                    new DecisionEntry.Watched(
                            row.getString("rule"),
                            row.getInt("version"),
                            row.getString("scope"),
                            row.getLong("line_id"),
                            row.getObject("known_at", OffsetDateTime.class).toInstant()),
                    new Period(
                            row.getObject("window_start", LocalDate.class),
                            row.getObject("window_end", LocalDate.class)),
                    Canonical.judgement(row.getString("judgement")),
                    Reason.of(row.getString("reason")));
        }
    }
}
