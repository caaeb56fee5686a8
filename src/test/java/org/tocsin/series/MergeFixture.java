package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;

/** A source, its runs and its merges, for tests against a real database. */
final class MergeFixture {
    final Jdbi jdbi;
    final SeriesStore store;

    MergeFixture(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.store = new SeriesStore(jdbi);
    }

    void source(SourceId id, boolean absenceIsZero) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into source values (?, ?, 'l', 'https://l', 'a', 'rows', false, 30, ?, now(), null)",
                id.value(),
                id.value(),
                absenceIsZero));
    }

    MergeCounts merge(Instant at, Figure... figures) {
        return merge(at, Merge.Telling.NEWS, null, figures);
    }

    MergeCounts merge(Instant at, Merge.Telling telling, Period whole, Figure... figures) {
        SourceId source = figures.length == 0
                ? Figures.UCDP
                : figures[0].series().line().attribution().source();
        return merge(source, at, telling, batch -> {
            List.of(figures).forEach(batch::add);
            if (whole != null) {
                batch.cover("", whole, LocalDate.ofInstant(at, ZoneOffset.UTC));
            }
        });
    }

    /** The source takes records back by name and states nothing else. */
    MergeCounts withdraw(Instant at, String... records) {
        return merge(
                Figures.UCDP, at, Merge.Telling.NEWS, batch -> List.of(records).forEach(batch::withdraw));
    }

    private MergeCounts merge(SourceId source, Instant at, Merge.Telling telling, Consumer<FigureMerge> batch) {
        return jdbi.inTransaction(handle -> {
            OffsetDateTime known = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
            long run = handle.createQuery(
                            "insert into run (source, cause, started_at, known_from, finished_at, outcome)"
                                    + " values (:source, 'hand', :at, :at, :at, 'merged') returning id")
                    .bind("source", source.value())
                    .bind("at", known)
                    .mapTo(Long.class)
                    .one();
            return store.merge(new Merge(run, source, at, telling, false), batch);
        });
    }

    List<String> changes() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select class from figure_change order by known_at, series_id, record, part")
                .mapTo(String.class)
                .list());
    }

    List<Window> windows(Metric metric, Bucket bucket, LocalDate from, LocalDate to, Instant asOf) {
        Scope scope = Scope.country("SDN");
        LineRef line = store.lines(scope, Selection.of(metric)).get(0);
        return store.windows(
                line,
                scope,
                new Frame(bucket, new Period(from, to), asOf, Instant.parse("2030-01-01T00:00:00Z"), true));
    }
}
