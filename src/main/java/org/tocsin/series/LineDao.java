package org.tocsin.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Unit;

/** Reads lines and the series of a scope. */
final class LineDao {
    /** Each way into a scope by itself, so that each is found by its index however many series a line has. */
    private static final String INSIDE = """
            select i.id from series i where :crosses_border and i.line_id = LINE and i.origin = any (:origins)
            union all
            select i.id from series i
            where not :crosses_border and i.line_id = LINE and i.country = any (:countries) and exists (
                select 1 from unnest(:countries::text[], :areas::text[]) as p (country, area)
                where p.country = i.country and (p.area is null or p.area = i.admin1))
            union all
            select i.id from line a join series i on i.line_id = a.id
            where a.id = LINE and a.appeal = any (:appeals)
            """;

    private static final String LINES = """
            select l.* from line l
            where l.metric = :metric and exists (INSIDE)
                and (cardinality(:sources::text[]) = 0 or l.source = any (:sources))
                and (:population::text is null or l.population = :population)
                and (:cause::text is null or l.cause = :cause)
                and (:category::text is null or l.category = :category)
                and (:appeal::text is null or l.appeal = :appeal)
            order by l.source, l.id
            """.replace("INSIDE", INSIDE.replace("LINE", "l.id"));

    private static final String SERIES = """
            select s.id, s.country, s.admin1, s.admin1_pcode, s.admin2, s.admin2_pcode, s.origin, s.rolling
            from series s
            where s.id in (INSIDE)
            order by s.id
            """.replace("INSIDE", INSIDE.replace("LINE", ":line"));

    private static final String PLAN_ENDS = """
            select ends, known_from, known_to from appeal where code = :appeal and source = :source
            """;

    private final Handle handle;

    LineDao(Handle handle) {
        this.handle = handle;
    }

    List<LineRef> lines(Scope scope, Selection selection) {
        try (Query query = inside(LINES, scope, selection.metric())) {
            return query.bind("metric", selection.metric().code())
                    .bindArray(
                            "sources",
                            String.class,
                            selection.sources().stream().map(SourceId::value).toArray())
                    .bind("population", code(selection.population()))
                    .bind(
                            "cause",
                            selection.cause() == null ? null : selection.cause().code())
                    .bind("category", selection.category())
                    .bind("appeal", selection.appeal())
                    .map((row, context) -> line(row))
                    .list();
        }
    }

    List<SeriesRef> series(LineRef line, Scope scope) {
        try (Query query = inside(SERIES, scope, line.line().measure().metric())) {
            return query.bind("line", line.id())
                    .map((row, context) -> series(row))
                    .list();
        }
    }

    LineRef get(long id) {
        try (Query query = handle.createQuery("select l.* from line l where l.id = :id")) {
            return query.bind("id", id).map((row, context) -> line(row)).one();
        }
    }

    /** When the plan of a line ends, as it is known and as it was known before; nothing where its figures do not end with a plan. */
    List<Validity.PlanEnd> planEnds(Line line) {
        if (!Validity.endsWithPlan(line)) {
            return List.of();
        }
        try (Query query = handle.createQuery(PLAN_ENDS)) {
            return query.bind("appeal", line.appeal())
                    .bind("source", line.attribution().source().value())
                    .map((row, context) -> {
                        OffsetDateTime to = row.getObject("known_to", OffsetDateTime.class);
                        return new Validity.PlanEnd(
                                row.getObject("ends", LocalDate.class),
                                row.getObject("known_from", OffsetDateTime.class)
                                        .toInstant(),
                                to == null ? null : to.toInstant());
                    })
                    .list();
        }
    }

    private Query inside(String sql, Scope scope, Metric metric) {
        return handle.createQuery(sql)
                .bind("crosses_border", metric.crossesBorder())
                .bindArray(
                        "countries",
                        String.class,
                        scope.places().stream().map(Scope.Inside::country).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        scope.places().stream().map(Scope.Inside::admin1).toArray())
                .bindArray("origins", String.class, scope.origins().toArray())
                .bindArray("appeals", String.class, scope.appeals().toArray());
    }

    private static @Nullable String code(@Nullable Population population) {
        return population == null ? null : population.code();
    }

    static LineRef line(ResultSet row) throws SQLException {
        return new LineRef(
                row.getLong("id"),
                new Line(
                        new Attribution(
                                new SourceId(row.getString("source")),
                                row.getString("stated_by"),
                                Basis.of(row.getString("basis"))),
                        new Measure(
                                Metric.of(row.getString("metric")),
                                Unit.of(row.getString("unit")),
                                Kind.of(row.getString("kind"))),
                        Population.of(row.getString("population")),
                        new Cause(row.getString("cause")),
                        row.getString("category"),
                        row.getString("appeal")));
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("country"), area(row, "admin1"), area(row, "admin2"));
    }

    private static SeriesRef series(ResultSet row) throws SQLException {
        return new SeriesRef(
                row.getLong("id"), place(row), row.getString("origin"), Rolling.of(row.getString("rolling")));
    }

    private static @Nullable Area area(ResultSet row, String level) throws SQLException {
        String name = row.getString(level);
        return name == null ? null : new Area(name, row.getString(level + "_pcode"));
    }
}
