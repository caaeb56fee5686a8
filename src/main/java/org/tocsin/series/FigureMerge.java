package org.tocsin.series;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Period;

/**
 * Merges one batch of figures into the series, inside the caller's transaction: COPY into staging, then a few statements over the
 * whole batch. No row is written by itself.
 */
public final class FigureMerge implements AutoCloseable {
    private static final List<String> SERIES =
            List.of(MergeSql.ADD_LINES, MergeSql.FIND_LINES, MergeSql.ADD_SERIES, MergeSql.FIND_SERIES);
    private static final List<String> DECIDE = List.of(
            MergeSql.CLASSIFY_NEW, MergeSql.CLASSIFY_COUNTERS, MergeSql.HOLD_UNKNOWN_PLACES, MergeSql.HOLD_JUMPS);
    private static final List<String> APPLY = List.of(
            MergeApply.RETRACT,
            MergeApply.CLOSE,
            MergeApply.OPEN,
            MergeApply.REMEMBER_HOMES,
            MergeApply.REMEMBER_CHANGES,
            MergeApply.ADD_UP_DAYS,
            MergeApply.HOLD,
            MergeApply.END_OVERTAKEN_HOLDS);

    private static final String COVER = """
            insert into extent (run, source, filter, span_start, span_end, as_of)
            values (:run, :source, :filter, :start, :end, :as_of)
            """;

    private record Covered(String filter, Period span, LocalDate asOf) {}

    private final List<Covered> covered = new ArrayList<>();
    private final Handle handle;
    private final Merge merge;
    private final Staging staging;
    private boolean keepAbsent;

    FigureMerge(Handle handle, Merge merge) throws SQLException {
        this.handle = handle;
        this.merge = merge;
        handle.createScript(MergeSql.STAGE).execute();
        this.staging = new Staging(handle.getConnection());
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
        covered.forEach(this::remember);
        SERIES.forEach(this::run);
        handle.createScript(MergeSql.LAST_WINS).execute();
        run(MergeSql.CLASSIFY_KNOWN);
        int dropped = run(MergeSql.DROP_UNCHANGED_OVERWRITTEN);
        DECIDE.forEach(this::run);
        APPLY.forEach(this::run);
        return handle.createQuery(MergeApply.COUNT)
                .bind("dropped", dropped)
                .map((row, context) -> new MergeCounts(
                        row.getInt("added"),
                        row.getInt("revised"),
                        row.getInt("retracted"),
                        row.getInt("unchanged"),
                        row.getInt("duplicates"),
                        row.getInt("held")))
                .one();
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
                    .bind("known_from", OffsetDateTime.ofInstant(merge.knownFrom(), ZoneOffset.UTC))
                    .bind("telling", merge.telling().name())
                    .bind("confirmed", merge.confirmed())
                    .bind("keep_absent", keepAbsent)
                    .execute();
        }
    }
}
