package org.tocsin.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.SourceId;

/** Reads the money of all appeals of a source as of a day. */
final class AppealMoneyDao {
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private static final String MONEY = """
            with said as (
                select distinct on (l.appeal, l.metric) l.appeal, l.metric, f.value, f.period_end, f.known_from
                from line l join series s on s.line_id = l.id join (
                    select series_id, value, period_end, known_from from figure where known_from <= :as_of
                    union all
                    select series_id, value, period_end, known_from from figure_history
                    where known_from <= :as_of and known_to > :as_of) f on f.series_id = s.id
                where l.source = :source and l.metric in ('funding_required', 'funding_received')
                    and l.appeal is not null and f.period_end <= :day
                order by l.appeal, l.metric, f.period_end desc)
            select appeal, max(value) filter (where metric = 'funding_required') as required,
                max(value) filter (where metric = 'funding_received') as received, max(period_end) as as_of,
                max(known_from) as known_from
            from said group by appeal order by appeal
            """;

    private final Handle handle;

    AppealMoneyDao(Handle handle) {
        this.handle = handle;
    }

    List<AppealMoney> list(SourceId source, LocalDate day, @Nullable Instant asOf) {
        try (Query query = handle.createQuery(MONEY)) {
            return query.bind("source", source.value())
                    .bind("day", day)
                    .bind("as_of", OffsetDateTime.ofInstant(asOf == null ? ALWAYS : asOf, ZoneOffset.UTC))
                    .map((row, context) -> money(row))
                    .list();
        }
    }

    private static AppealMoney money(ResultSet row) throws SQLException {
        return new AppealMoney(
                row.getString("appeal"),
                row.getBigDecimal("required"),
                row.getBigDecimal("received"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("known_from", OffsetDateTime.class).toInstant());
    }
}
