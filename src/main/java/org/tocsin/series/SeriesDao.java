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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;

/** Reads beliefs, as they stand or as they stood. */
final class SeriesDao implements Beliefs {
    /** Far enough ahead that everything believed now is read. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private static final String WAS_OTHER = """
            exists (select 1 from figure_history e where e.series_id = f.series_id and e.record = f.record
                    and e.part = f.part and e.known_to <= f.known_from)""";

    private static final String STATED_NOW = """
            select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from,
                WAS_OTHER as revised
            from (
                select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from
                from figure where series_id = any (:series) and known_from <= :as_of and CHOSEN
                GIVEN_UP_SINCE) f
            """.replace("WAS_OTHER", WAS_OTHER);

    private static final String STATED = STATED_NOW.replace("GIVEN_UP_SINCE", """
                union all
                select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from
                from figure_history where series_id = any (:series) and known_from <= :as_of and known_to > :as_of
                    and CHOSEN
            """);

    private static final String EVER = """
            select f.series_id, f.record, f.part, period_start, period_end, value, low, high, qualifier, known_from, known_to,
                exists (select 1 from figure_history e where e.series_id = f.series_id and e.record = f.record
                    and e.part = f.part and e.known_to <= f.known_from) as revised
            from (
                select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from,
                    null::timestamptz as known_to
                from figure where series_id = any (:series)
                union all
                select series_id, record, part, period_start, period_end, value, low, high, qualifier, known_from, known_to
                from figure_history where series_id = any (:series)) f
            where known_from <= :as_of
            order by period_end, period_start, record, part
            """;

    private static final String IN_SPAN = """
            where period_end >= :from and period_start <= :to
            order by period_end, period_start, record, part
            """;

    // Spelled out one by one, for a plan that serves all of them serves the largest series badly.
    private static final String BELIEVED_NOW =
            STATED_NOW.replace("GIVEN_UP_SINCE", "").replace("CHOSEN", "true") + IN_SPAN;
    private static final String LONGER_NOW = longer(STATED_NOW.replace("GIVEN_UP_SINCE", ""));
    private static final String BELIEVED_THEN = STATED.replace("CHOSEN", "true") + IN_SPAN;
    private static final String LONGER_THEN = longer(STATED);

    private static final String LAST_BEFORE = STATED.replace("CHOSEN", "period_end < :from and value is not null")
                    .replaceFirst("select", "select distinct on (series_id)")
            + """
            order by series_id, period_end desc, known_from desc, record desc, part desc
            """;

    private static final String WITHOUT_VALUE_NOW = """
            select distinct period_start, period_end from figure
            where series_id = any (:series) and known_from <= :as_of and value is null
                and period_end >= :from and period_start <= :to
            """;

    private static final String WITHOUT_VALUE_THEN = WITHOUT_VALUE_NOW + """
            union
            select period_start, period_end from figure_history
            where series_id = any (:series) and known_from <= :as_of and known_to > :as_of and value is null
                and period_end >= :from and period_start <= :to
            """;

    /** Which of some series state anything. */
    private static final String SPEAKING = """
            select s.id from unnest(:series::bigint[]) as s (id)
            where exists (select 1 from figure f where f.series_id = s.id and f.known_from <= :as_of)
                or exists (select 1 from figure_history h
                    where h.series_id = s.id and h.known_from <= :as_of and h.known_to > :as_of)
            """;

    private static final String DAYS_OF_FIGURE = """
             where series_id = any (:series) and period_start = period_end and period_start between :from and :to
                and value is not null and known_from <= :as_of
            """;

    private static final String DAYS_BELIEVED = "select period_start, value, low, high from figure" + DAYS_OF_FIGURE;

    private static final String DAYS_BELIEVED_THEN = DAYS_BELIEVED + """
            union all
            select period_start, value, low, high from figure_history
            where series_id = any (:series) and known_from <= :as_of and known_to > :as_of
                and period_start = period_end and value is not null and period_end between :from and :to
            """;

    private static final String SUMS_NOW =
            "select series_id, sum(value) as value from figure" + DAYS_OF_FIGURE + " group by series_id";

    private static final String ADDED_UP = """
            select period_start as day, sum(value) as value, sum(coalesce(low, value)) as low,
                sum(coalesce(high, value)) as high, count(*) as figures
            from (BELIEVED) f
            group by period_start
            """;

    private static final String DAYS_NOW = ADDED_UP.replace("BELIEVED", DAYS_BELIEVED);
    private static final String DAYS_AS_OF = ADDED_UP.replace("BELIEVED", DAYS_BELIEVED_THEN);

    private static final String GIVEN_UP = """
            select distinct period_start, period_end from figure_history
            where series_id = any (:series) and known_to <= :as_of and period_end >= :from and period_start <= :to
            """;

    private static final String FIRST_KNOWN = """
            select min(known_from) as first from (
                select min(known_from) as known_from from figure where series_id = any (:series)
                union all
                select min(known_from) from figure_history where series_id = any (:series)) f
            """;

    private final Handle handle;
    private final Long[] series;
    private final @Nullable Instant asOf;

    SeriesDao(Handle handle, List<SeriesRef> series, @Nullable Instant asOf) {
        this.handle = handle;
        this.series = series.stream().map(SeriesRef::id).toArray(Long[]::new);
        this.asOf = asOf;
    }

    /** Of flows nobody asks figure by figure whether they were stated otherwise: {@link #givenUp} knows the days. */
    private static String longer(String stated) {
        return stated.replace(WAS_OTHER, "false").replace("CHOSEN", "period_start < period_end") + IN_SPAN;
    }

    /** The series of a line inside a scope that may be added up as known at {@code asOf}. */
    static List<SeriesRef> addable(Handle handle, LineRef line, Scope scope, @Nullable Instant asOf) {
        return addable(handle, new LineDao(handle).series(line, scope), asOf);
    }

    /** Those of some series that may be added up as known at {@code asOf}. */
    static List<SeriesRef> addable(Handle handle, List<SeriesRef> inside, @Nullable Instant asOf) {
        if (inside.stream().noneMatch(each -> each.rolling() == Rolling.TOTAL)) {
            return inside;
        }
        return SeriesRef.addable(inside, new SeriesDao(handle, inside, asOf).speaking());
    }

    private Set<Long> speaking() {
        try (Query query = query(SPEAKING)) {
            return query.mapTo(Long.class).collect(Collectors.toSet());
        }
    }

    @Override
    public List<Belief> beliefs(Period span, boolean onlyLonger) {
        String now = onlyLonger ? LONGER_NOW : BELIEVED_NOW;
        String then = onlyLonger ? LONGER_THEN : BELIEVED_THEN;
        try (Query query = query(asOf == null ? now : then, span)) {
            return query.map((row, context) -> belief(row)).list();
        }
    }

    @Override
    public NavigableMap<LocalDate, FlowWindows.DaySum> days(Period span) {
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

    @Override
    public List<Belief> lastBefore(LocalDate from) {
        try (Query query = query(LAST_BEFORE).bind("from", from)) {
            return query.map((row, context) -> belief(row)).list();
        }
    }

    /** When the first of these series first said anything. */
    Optional<Instant> firstKnown() {
        try (Query query = handle.createQuery(FIRST_KNOWN)) {
            return query.bindArray("series", Long.class, (Object[]) series)
                    .mapTo(OffsetDateTime.class)
                    .findOne()
                    .map(OffsetDateTime::toInstant);
        }
    }

    @Override
    public List<Period> withoutValue(Period span) {
        try (Query query = query(asOf == null ? WITHOUT_VALUE_NOW : WITHOUT_VALUE_THEN, span)) {
            return query.map((row, context) -> period(row)).list();
        }
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

    @Override
    public List<Period> givenUp(Period span) {
        try (Query query = query(GIVEN_UP, span)) {
            return new ArrayList<>(query.map((row, context) -> period(row)).list());
        }
    }

    /** Every belief there ever was, oldest as-of day first. */
    List<Version> ever() {
        try (Query query = query(EVER)) {
            return query.map((row, context) -> {
                        OffsetDateTime to = row.getObject("known_to", OffsetDateTime.class);
                        return new Version(belief(row), to == null ? null : to.toInstant());
                    })
                    .list();
        }
    }

    private Query query(String sql, Period span) {
        return query(sql).bind("from", span.start()).bind("to", span.end());
    }

    private Query query(String sql) {
        return handle.createQuery(sql)
                .bindArray("series", Long.class, (Object[]) series)
                .bind("as_of", OffsetDateTime.ofInstant(asOf == null ? ALWAYS : asOf, ZoneOffset.UTC));
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
