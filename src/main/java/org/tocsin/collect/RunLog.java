package org.tocsin.collect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;

/** The only door to the log of runs: what was asked, what was answered, what became of it, and what could not be read. */
public final class RunLog {
    private static final int MOST_REJECTIONS = 1000;

    private static final String DECLARE = """
            insert into source (id, name, licence, licence_url, attribution, redistribution, non_commercial,
                cadence_days, absence_is_zero, grain)
            values (:id, :name, :licence, :link, :attribution, :redistribution, :non_commercial, :cadence, :zero, :grain)
            on conflict (id) do update set name = excluded.name, licence = excluded.licence,
                licence_url = excluded.licence_url, attribution = excluded.attribution,
                redistribution = excluded.redistribution, non_commercial = excluded.non_commercial,
                cadence_days = excluded.cadence_days, absence_is_zero = excluded.absence_is_zero,
                grain = excluded.grain
            """;

    private static final String START = """
            insert into run (source, cause, started_at) values (:source, :cause, :at) returning id
            """;

    private static final String BEGIN_MERGE = """
            update run set known_from = greatest(:at, (select max(known_from) + interval '1 microsecond' from run
                where source = :source))
            where id = :run returning known_from
            """;

    private static final String FINISH = """
            update run set finished_at = :at, outcome = :outcome, complete = :complete, fetched = :fetched,
                added = :added, revised = :revised, retracted = :retracted, unchanged = :unchanged,
                duplicates = :duplicates, held = :held, rejected = :rejected, bytes = :bytes,
                texts = :texts
            where id = :run
            """;

    private static final String FAIL = """
            update run set finished_at = :at, outcome = 'failed', failure = :reason, failure_at = :place,
                failure_detail = :detail, fetched = :fetched, rejected = :rejected, bytes = :bytes
            where id = :run
            """;

    private static final String REACHED = """
            update source set content_until = greatest(content_until, :day) where id = :source
            """;

    private static final String LAST_GOOD = """
            select started_at from run
            where source = :source and outcome in ('merged', 'unchanged') and cause in ('schedule', 'hand')
            order by id desc limit 1
            """;

    private static final String USUAL = """
            select r.added + r.revised + r.unchanged + r.held as stated,
                coalesce((select max(e.span_end - e.span_start) + 1 from extent e where e.run = r.id), 1) as days
            from run r
            where r.source = :source and r.outcome = 'merged' and r.complete and r.cause in ('schedule', 'hand')
            order by r.id desc limit 20
            """;

    private final Jdbi jdbi;

    public RunLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes over what a collector declares of its source. */
    public void declare(Source source) {
        jdbi.useHandle(handle -> handle.createUpdate(DECLARE)
                .bind("id", source.id().value())
                .bind("name", source.name())
                .bind("licence", source.terms().licence())
                .bind("link", source.terms().link().toString())
                .bind("attribution", source.terms().attribution())
                .bind("redistribution", source.terms().redistribution().code())
                .bind("non_commercial", source.terms().nonCommercial())
                .bind("cadence", source.cadenceDays())
                .bind("zero", source.absenceIsZero())
                .bind("grain", source.grain().code())
                .execute());
    }

    /** Opens a run; its number orders runs of a source. */
    public long start(SourceId source, RunCause cause, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(START)
                .bind("source", source.value())
                .bind("cause", cause.code())
                .bind("at", utc(at))
                .mapTo(Long.class)
                .one());
    }

    /** Fixes the moment from which the run's figures count as known: later than that of any run of the source before. */
    public Instant beginMerge(long run, SourceId source, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(BEGIN_MERGE)
                .bind("run", run)
                .bind("source", source.value())
                .bind("at", utc(at))
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one());
    }

    /**
     * Closes a run that did not fail.
     *
     * @param outcome {@code merged} or {@code unchanged}
     */
    public void finish(long run, String outcome, boolean complete, RunCounts counts, Instant at) {
        RunCounts.Merged merged = counts.merged();
        jdbi.useHandle(handle -> handle.createUpdate(FINISH)
                .bind("run", run)
                .bind("at", utc(at))
                .bind("outcome", outcome)
                .bind("complete", complete)
                .bind("added", merged.added())
                .bind("revised", merged.revised())
                .bind("retracted", merged.retracted())
                .bind("unchanged", merged.unchanged())
                .bind("duplicates", merged.duplicates())
                .bind("held", merged.held())
                .bind("fetched", counts.documents())
                .bind("rejected", counts.rejected())
                .bind("bytes", counts.bytes())
                .bind("texts", counts.texts())
                .execute());
    }

    public void fail(long run, Failure failure, RunCounts counts, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(FAIL)
                .bind("run", run)
                .bind("at", utc(at))
                .bind("reason", failure.reason())
                .bind("place", failure.at())
                .bind("detail", failure.detail())
                .bind("fetched", counts.documents())
                .bind("rejected", counts.rejected())
                .bind("bytes", counts.bytes())
                .execute());
    }

    /** Says until which day a source's texts reach, never later than today. */
    public void reached(SourceId source, LocalDate published, LocalDate today) {
        jdbi.useHandle(handle -> handle.createUpdate(REACHED)
                .bind("source", source.value())
                .bind("day", published.isAfter(today) ? today : published)
                .execute());
    }

    /** Keeps the first thousand rejections of a run; the run counts them all. */
    public void reject(long run, List<Rejection> rejections) {
        jdbi.useHandle(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("insert into rejection (run, document, at, field, why)"
                    + " values (:run, :document, :at, :field, :why)")) {
                rejections.stream()
                        .limit(MOST_REJECTIONS)
                        .forEach(rejection ->
                                batch.bind("run", run).bindMethods(rejection).add());
                batch.execute();
            }
        });
    }

    public List<Rejection> rejections(long run) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select document, at, field, why from rejection where run = :run order by id")
                .bind("run", run)
                .map((row, context) -> new Rejection(
                        row.getString("document"), row.getString("at"), row.getString("field"), row.getString("why")))
                .list());
    }

    /** When the last run of the source began that was fetched and ended well; empty if there was none. */
    public Optional<Instant> lastGood(SourceId source) {
        return jdbi.withHandle(handle -> handle.createQuery(LAST_GOOD)
                .bind("source", source.value())
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .findOne());
    }

    /** What the last complete runs of the source stated. */
    public Usual usual(SourceId source) {
        return new Usual(jdbi.withHandle(handle -> handle.createQuery(USUAL)
                .bind("source", source.value())
                .map((row, context) -> new Usual.Whole(row.getInt("stated"), row.getLong("days")))
                .list()));
    }

    /** A run of a source; empty if it has none of that number. */
    public Optional<Run> find(SourceId source, long run) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + RunRow.COLUMNS + " from run where id = :run and source = :source")
                .bind("run", run)
                .bind("source", source.value())
                .map((row, context) -> RunRow.read(row))
                .findOne());
    }

    /** Runs of a source, the newest first, from before run {@code before}. */
    public List<Run> list(SourceId source, long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + RunRow.COLUMNS
                        + " from run where source = :source and id < :before order by id desc limit :limit")
                .bind("source", source.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> RunRow.read(row))
                .list());
    }

    static Document document(ResultSet row, Document.Body body) throws SQLException {
        return new Document(
                row.getString("sha256"),
                row.getString("media_type"),
                row.getObject("fetched_at", OffsetDateTime.class).toInstant(),
                Document.address(row.getString("url")),
                row.getLong("size"),
                body);
    }

    static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
