package org.tocsin.collect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a row of the run log. */
final class RunRow {
    static final String COLUMNS =
            "id, source, cause, started_at, known_from, finished_at, outcome, complete, fetched, added,"
                    + " revised, retracted, unchanged, duplicates, held, rejected, bytes, texts, failure, failure_at, failure_detail";

    private RunRow() {}

    static Run read(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("source"),
                row.getString("cause"),
                new Run.Span(
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        instant(row, "known_from"),
                        instant(row, "finished_at")),
                row.getString("outcome"),
                new Run.Result(row.getBoolean("complete"), counts(row), failure(row)));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static RunCounts counts(ResultSet row) throws SQLException {
        return new RunCounts(
                new RunCounts.Merged(
                        row.getInt("added"),
                        row.getInt("revised"),
                        row.getInt("retracted"),
                        row.getInt("unchanged"),
                        row.getInt("duplicates"),
                        row.getInt("held")),
                row.getInt("rejected"),
                row.getInt("fetched"),
                row.getLong("bytes"),
                row.getInt("texts"));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        String reason = row.getString("failure");
        return reason == null
                ? null
                : new Failure(
                        reason,
                        String.valueOf(row.getString("failure_at")),
                        String.valueOf(row.getString("failure_detail")));
    }
}
