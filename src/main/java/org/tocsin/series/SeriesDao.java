package org.tocsin.series;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;

/** Reads beliefs, as they stand or as they stood. */
final class SeriesDao {
    /** Far enough ahead that everything believed now is read. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private static final String BELIEVED = """
            select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from,
                exists (select 1 from figure_history e where e.series_id = f.series_id and e.record = f.record
                    and e.part = f.part and e.known_to <= f.known_from) as revised
            from (
                select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from
                from figure where series_id = any (:series) and known_from <= :as_of
                    and (period_start < period_end or not :longer)
                union all
                select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from
                from figure_history where series_id = any (:series) and known_from <= :as_of and known_to > :as_of
                    and (period_start < period_end or not :longer)) f
            where period_end >= :from and period_start <= :to
            order by period_end, period_start, record, part
            """;

    private static final String DAYS_NOW = """
            select day, sum(value) as value, sum(low) as low, sum(high) as high, sum(figures) as figures
            from series_day where series_id = any (:series) and day between :from and :to
            group by day
            """;

    private static final String SUMS_NOW = """
            select series_id, sum(value) as value from series_day
            where series_id = any (:series) and day between :from and :to
            group by series_id
            """;

    private static final String DAYS_AS_OF = """
            select period_start as day, sum(value) as value, sum(coalesce(low, value)) as low,
                sum(coalesce(high, value)) as high, count(*) as figures
            from (
                select period_start, value, low, high from figure
                where series_id = any (:series) and known_from <= :as_of and period_start = period_end
                    and value is not null and period_start between :from and :to
                union all
                select period_start, value, low, high from figure_history
                where series_id = any (:series) and known_from <= :as_of and known_to > :as_of
                    and period_start = period_end and value is not null and period_start between :from and :to) f
            group by period_start
            """;

    private static final String GIVEN_UP = """
            select distinct period_start, period_end from figure_history
            where series_id = any (:series) and known_to <= :as_of and period_end >= :from and period_start <= :to
            """;

    private final Handle handle;
    private final Long[] series;
    private final @Nullable Instant asOf;

    SeriesDao(Handle handle, List<SeriesRef> series, @Nullable Instant asOf) {
        this.handle = handle;
        this.series = series.stream().map(SeriesRef::id).toArray(Long[]::new);
        this.asOf = asOf;
    }

    /** Beliefs about figures that share a day with {@code span}, oldest as-of day first. */
    List<Belief> beliefs(Period span, boolean onlyLonger) {
        try (Query query = query(BELIEVED, span).bind("longer", onlyLonger)) {
            return query.map((row, context) -> belief(row)).list();
        }
    }

    NavigableMap<LocalDate, FlowWindows.DaySum> days(Period span) {
        NavigableMap<LocalDate, FlowWindows.DaySum> days = new TreeMap<>();
        try (Query query = query(asOf == null ? DAYS_NOW : DAYS_AS_OF, span)) {
            query.map((row, context) -> days.put(
                            row.getObject("day", LocalDate.class),
                            new FlowWindows.DaySum(
                                    row.getBigDecimal("value"),
                                    row.getBigDecimal("low"),
                                    row.getBigDecimal("high"),
                                    row.getInt("figures"))))
                    .list();
        }
        return days;
    }

    /** What the one-day figures of each series add up to over {@code span}, as they stand. */
    Map<Long, BigDecimal> sums(Period span) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        try (Query query = query(SUMS_NOW, span)) {
            query.map((row, context) -> sums.put(row.getLong("series_id"), row.getBigDecimal("value")))
                    .list();
        }
        return sums;
    }

    /** The days of beliefs about these series that were given up. */
    List<Period> givenUp(Period span) {
        try (Query query = query(GIVEN_UP, span)) {
            return new ArrayList<>(query.map((row, context) -> period(row)).list());
        }
    }

    private Query query(String sql, Period span) {
        return handle.createQuery(sql)
                .bindArray("series", Long.class, (Object[]) series)
                .bind("as_of", OffsetDateTime.ofInstant(asOf == null ? ALWAYS : asOf, ZoneOffset.UTC))
                .bind("from", span.start())
                .bind("to", span.end());
    }

    private static Belief belief(ResultSet row) throws SQLException {
        return new Belief(
                new Belief.Id(row.getLong("series_id"), row.getString("record"), row.getString("part")),
                period(row),
                number(row, "value"),
                number(row, "low"),
                number(row, "high"),
                new Belief.Told(
                        Qualifier.of(row.getString("qualifier")),
                        row.getObject("known_from", OffsetDateTime.class).toInstant(),
                        row.getBoolean("revised")));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class));
    }

    private static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }
}
