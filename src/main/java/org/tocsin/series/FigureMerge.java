package org.tocsin.series;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;

/**
 * Merges one batch of figures into the series, inside the caller's transaction: COPY into staging, then a few statements over the
 * whole batch. No row is written by itself.
 */
public final class FigureMerge implements AutoCloseable {
    private static final List<String> SERIES =
            List.of(MergeSql.ADD_LINES, MergeSql.FIND_LINES, MergeSql.ADD_SERIES, MergeSql.FIND_SERIES, MergeSql.LOOK);
    private static final List<String> COUNTERS =
            List.of(MergeSql.COLLECT_COUNTERS, MergeSql.INDEX_COUNTERS, MergeSql.CLASSIFY_COUNTERS);

    private static final String COVER = """
            insert into extent (run, source, filter, span_start, span_end, as_of)
            values (:run, :source, :filter, :start, :end, :as_of)
            """;

    /** How many figures were found to be what; unchanged ones of overwritten records are not among them. */
    private record Decided(int added, int revised, int moved, int unchanged, int held) {
        int opened() {
            return added + revised;
        }
    }

    private record Covered(String filter, Period span, LocalDate asOf) {}

    private final List<Covered> covered = new ArrayList<>();
    private final List<String> withdrawn = new ArrayList<>();
    private final Handle handle;
    private final Merge merge;
    private final Staging staging;
    private boolean keepAbsent;

    FigureMerge(Handle handle, Merge merge) throws SQLException {
        this.handle = handle;
        this.merge = merge;
        handle.createScript(MergeSql.STAGE).execute();
        this.staging = new Staging(handle.getConnection(), newsFrom());
    }

    /** Takes in one figure; figures of the same record overrule each other in order. */
    public void add(Figure figure) {
        try {
            staging.add(figure);
        } catch (SQLException e) {
            throw new MergeFailedException(e);
        }
    }

    /** Says what the figures taken in were whole for: inside it absence retracts a record, or means zero. */
    public void cover(String filter, Period span, LocalDate asOf) {
        covered.add(new Covered(filter, span, asOf));
    }

    /** Says that the source takes a record back, with all its parts. */
    public void withdraw(String record) {
        withdrawn.add(record);
    }

    /** Says that rows were refused: what is absent may be among them, so absence retracts nothing. */
    public void keepAbsent() {
        keepAbsent = true;
    }

    /** How many statements were taken in so far. */
    public long size() {
        return staging.size();
    }

    /** Decides and carries out what the figures taken in change; to be called once. */
    public MergeCounts finish() {
        try {
            staging.finish();
        } catch (SQLException e) {
            throw new MergeFailedException(e);
        }
        SERIES.forEach(this::run);
        int repeated = staging.mayRepeat() ? run(MergeSql.DROP_REPEATED) : 0;
        int confirmed = decide(staging.size() - repeated);
        Decided decided = decided(staging.size() - repeated - confirmed);
        int retracted = end(decided);
        apply(decided, retracted);
        return new MergeCounts(
                decided.added, decided.revised, retracted, decided.unchanged + confirmed, repeated, decided.held);
    }

    /** Says what each figure means; returns how many were dropped because they say what was said on an earlier day. */
    private int decide(long stated) {
        if (run(MergeSql.MEET) < stated) {
            run(MergeSql.MEET_ELSEWHERE);
        }
        int confirmed = staging.overwrites() ? run(MergeSql.DROP_UNCHANGED_OVERWRITTEN) : 0;
        if (confirmed > 0) {
            run(MergeSql.FORGET_DROPPED);
        }
        if (staging.states(Kind.CUMULATIVE)) {
            COUNTERS.forEach(this::run);
        }
        if (staging.namesUnknownPlaces()) {
            run(MergeSql.HOLD_UNKNOWN_PLACES);
        }
        if (staging.states(Kind.STOCK)) {
            run(MergeSql.HOLD_JUMPS);
        }
        return confirmed;
    }

    private Decided decided(long stated) {
        try (Query query = handle.createQuery(MergeSql.COUNT)) {
            return query.map((row, context) -> new Decided(
                            Math.toIntExact(stated - row.getLong("met") + row.getLong("returned")),
                            row.getInt("revised"),
                            row.getInt("moved"),
                            row.getInt("unchanged"),
                            row.getInt("held")))
                    .one();
        }
    }

    /** Ends the beliefs that were revised, or withdrawn inside what was covered; returns how many were withdrawn. */
    private int end(Decided decided) {
        if (decided.revised > 0) {
            run(MergeApply.END_REVISED);
        }
        covered.forEach(this::remember);
        int retracted = covered.isEmpty() ? 0 : run(MergeApply.END_MISSING);
        retracted += withdrawn.isEmpty() ? 0 : run(MergeApply.END_WITHDRAWN);
        if (decided.revised > 0 || retracted > 0) {
            run(MergeApply.CLOSE);
        }
        return retracted;
    }

    private void apply(Decided decided, int retracted) {
        if (decided.opened() > 0) {
            run(MergeApply.OPEN);
            run(MergeApply.END_OVERTAKEN_HOLDS);
        }
        if (decided.added > 0) {
            run(MergeApply.REMEMBER_NEW_HOMES);
        }
        if (decided.moved > 0) {
            run(MergeApply.REMEMBER_MOVES);
        }
        if (decided.held > 0) {
            run(MergeApply.REMEMBER_HELD);
            run(MergeApply.HOLD);
        }
        if (decided.opened() + decided.held > 0 && staging.states(Kind.STOCK)) {
            run(MergeApply.HASTEN_HOLDS);
        }
        if (decided.opened() + decided.held + retracted > 0) {
            run(MergeApply.REMEMBER_CHANGES);
        }
        if (decided.added > 0 && staging.bringsNews()) {
            run(MergeApply.REMEMBER_LAGS);
        }
    }

    /** Gives up what was taken in and not finished. */
    @Override
    public void close() {
        try {
            staging.close();
        } catch (SQLException e) {
            throw new MergeFailedException(e);
        }
    }

    private LocalDate newsFrom() {
        try (Query query = handle.createQuery(MergeSql.NEWS_FROM)) {
            return query.bind("source", merge.source().value())
                    .bind("telling", merge.telling().name())
                    .bind("known_from", utc(merge.knownFrom()))
                    .mapTo(LocalDate.class)
                    .one();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private void remember(Covered extent) {
        handle.createUpdate(COVER)
                .bind("run", merge.run())
                .bind("source", merge.source().value())
                .bind("filter", extent.filter())
                .bind("start", extent.span().start())
                .bind("end", extent.span().end())
                .bind("as_of", extent.asOf())
                .execute();
    }

    private int run(String sql) {
        try (Update update = handle.createUpdate(sql)) {
            return update.configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                    .bind("source", merge.source().value())
                    .bind("run", merge.run())
                    .bind("known_from", utc(merge.knownFrom()))
                    .bind("confirmed", merge.confirmed())
                    .bind("keep_absent", keepAbsent)
                    .bindArray("withdrawn", String.class, withdrawn)
                    .execute();
        }
    }
}
