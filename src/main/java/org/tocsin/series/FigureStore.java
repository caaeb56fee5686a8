package org.tocsin.series;

import java.math.BigDecimal;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Event;
import org.tocsin.figure.Period;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** Reads single figures with their provenance, as they are and as they were. */
public final class FigureStore {
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private static final String COLUMNS = """
            f.series_id, f.record, f.part, f.period_start, f.period_end, f.value, f.low, f.high, f.qualifier, f.status,
                f.event_name, f.glide, f.link, f.published, f.document, f.pointer, f.run, f.known_from
            """;

    private static final String BELIEFS = """
            (select COLUMNS, null::timestamptz as known_to from figure f
             union all select COLUMNS, f.known_to from figure_history f)
            """.replace("COLUMNS", COLUMNS);

    private static final String SELECT = """
            select b.*, s.country, s.admin1, s.admin1_pcode, s.admin2, s.admin2_pcode, s.origin, s.rolling, l.*
            from BELIEFS b join series s on s.id = b.series_id join line l on l.id = s.line_id
            """.replace("BELIEFS", BELIEFS);

    private static final String ONE = SELECT + """
            where b.series_id = :series and b.record = :record and b.part = :part
            order by b.known_from desc
            """;

    private static final String LIST = SELECT + """
            where b.series_id = any (:series) and b.period_end >= :from and b.period_start <= :to
                and b.known_from <= :as_of and (b.known_to is null or b.known_to > :as_of)
                and (b.series_id, b.record, b.part) > (:after_series, :after_record, :after_part)
            order by b.series_id, b.record, b.part limit :limit
            """;

    private static final String LARGEST = SELECT + """
            where b.series_id = any (:series) and b.period_end >= :from and b.period_start <= :to
                and b.known_to is null
            order by b.period_start = :from and b.period_end = :to desc, b.value is not distinct from :value desc,
                b.value desc nulls last, b.period_end desc, b.record
            limit 1
            """;

    private static final String PUBLISHED = """
            select max(published) from figure
            where series_id = any (:series) and period_end >= :from and period_start <= :to
            """;

    private static final String HOME = """
            select series_id from record_home where source = :source and record = :record and part = :part
            """;

    private final Jdbi jdbi;

    public FigureStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Every belief about a record, the newest first; empty for an unknown name. */
    public List<HeldFigure> history(FigureId id) {
        return jdbi.withHandle(handle -> {
            try (Query query = handle.createQuery(ONE)) {
                return query.bind("series", id.series())
                        .bind("record", id.record())
                        .bind("part", id.part())
                        .map((row, context) -> figure(row))
                        .list();
            }
        });
    }

    /** The public name of a source's record; empty while nothing of it is or was believed. */
    public Optional<FigureId> find(SourceId source, String record, String part) {
        return jdbi.withHandle(handle -> handle.createQuery(HOME)
                .bind("source", source.value())
                .bind("record", record)
                .bind("part", part)
                .map((row, context) -> new FigureId(row.getLong("series_id"), record, part))
                .findOne());
    }

    /** Figures of some series that share a day with {@code span}, by id, from after {@code after}. */
    public List<HeldFigure> list(
            List<SeriesRef> series, Period span, @Nullable Instant asOf, @Nullable FigureId after, int limit) {
        FigureId last = after == null ? new FigureId(0, "", "") : after;
        return jdbi.withHandle(handle -> {
            try (Query query = handle.createQuery(LIST)) {
                return within(query, series, span)
                        .bind("as_of", OffsetDateTime.ofInstant(asOf == null ? ALWAYS : asOf, ZoneOffset.UTC))
                        .bind("after_series", last.series())
                        .bind("after_record", last.record())
                        .bind("after_part", last.part())
                        .bind("limit", limit)
                        .map((row, context) -> figure(row))
                        .list();
            }
        });
    }

    /**
     * The figure that best stands for a value of a span: one stated over just these days and of just this value, else the largest that
     * shares a day with it.
     */
    public Optional<HeldFigure> behind(List<SeriesRef> series, Period span, @Nullable BigDecimal value) {
        return jdbi.withHandle(handle -> {
            try (Query query = handle.createQuery(LARGEST)) {
                return within(query, series, span)
                        .bind("value", value)
                        .map((row, context) -> figure(row))
                        .findOne();
            }
        });
    }

    /** The last day on which a source published a figure that shares a day with {@code span}; empty where it names none. */
    public Optional<LocalDate> published(List<SeriesRef> series, Period span) {
        return jdbi.withHandle(handle -> {
            try (Query query = handle.createQuery(PUBLISHED)) {
                return within(query, series, span).mapTo(LocalDate.class).findOne();
            }
        });
    }

    private static Query within(Query query, List<SeriesRef> series, Period span) {
        return query.bindArray(
                        "series", Long.class, series.stream().map(SeriesRef::id).toArray())
                .bind("from", span.start())
                .bind("to", span.end());
    }

    private static HeldFigure figure(ResultSet row) throws SQLException {
        OffsetDateTime to = row.getObject("known_to", OffsetDateTime.class);
        return new HeldFigure(
                new FigureId(row.getLong("series_id"), row.getString("record"), row.getString("part")),
                LineDao.line(row).line(),
                new HeldFigure.Where(LineDao.place(row), row.getString("origin")),
                statement(row),
                provenance(row),
                new HeldFigure.Known(
                        row.getLong("run"),
                        row.getObject("known_from", OffsetDateTime.class).toInstant(),
                        to == null ? null : to.toInstant()));
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                new Period(
                        row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class)),
                new Quantity(
                        row.getBigDecimal("value"),
                        row.getBigDecimal("low"),
                        row.getBigDecimal("high"),
                        Qualifier.of(row.getString("qualifier"))),
                Status.of(row.getString("status")),
                new Event(row.getString("event_name"), row.getString("glide")));
    }

    private static Provenance provenance(ResultSet row) throws SQLException {
        String link = row.getString("link");
        return new Provenance(
                link == null ? null : URI.create(link),
                row.getObject("published", LocalDate.class),
                row.getString("document"),
                row.getString("pointer"));
    }
}
