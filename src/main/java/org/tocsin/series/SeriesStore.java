package org.tocsin.series;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;

/** The only door to the figures as series: merges them, and reads them as they stand or as they stood. */
public final class SeriesStore implements SeriesReading {
    private final Jdbi jdbi;

    public SeriesStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Merges what {@code feed} adds, in the transaction of the calling step. */
    public MergeCounts merge(Merge merge, Consumer<FigureMerge> feed) {
        return jdbi.inTransaction(handle -> {
            try (FigureMerge figures = new FigureMerge(handle, merge)) {
                feed.accept(figures);
                return figures.finish();
            } catch (SQLException e) {
                throw new MergeFailedException(e);
            }
        });
    }

    /** Learns from a merge of the source: how late it usually is and, after a complete one, that what comes next is news. */
    public void learn(SourceId source, boolean complete, Instant at) {
        jdbi.useHandle(handle -> {
            SourceDao dao = new SourceDao(handle);
            dao.learn(source);
            new LatenessDao(handle).learn(source, at);
            if (complete) {
                dao.loaded(source, at);
            }
        });
    }

    /** Notes the last day that what a run changed is about, as how far the content of the source reaches. */
    public void reached(SourceId source, long run, LocalDate today) {
        jdbi.useHandle(handle -> new SourceDao(handle).reached(source, run, today));
    }

    /** The source has said that nothing changed: what its last complete answer covered, it covers still. */
    public void confirm(SourceId source, long run, LocalDate asOf) {
        jdbi.useHandle(handle -> new SourceDao(handle).confirm(source, run, asOf));
    }

    /** The lines that have a series in the scope, ordered by source. */
    @Override
    public List<LineRef> lines(Scope scope, Selection selection) {
        return jdbi.withHandle(handle -> new LineDao(handle).lines(scope, selection));
    }

    @Override
    public LineRef line(long id) {
        return jdbi.withHandle(handle -> new LineDao(handle).get(id));
    }

    /** What runs changed of these series together, from {@code from} on and before {@code to}, the oldest first. */
    public List<Touch> touches(List<Long> series, Instant from, Instant to) {
        return jdbi.withHandle(handle -> new TouchDao(handle).list(series, from, to));
    }

    /** The same of all series of some lines in the scope. */
    public List<Touch> touches(List<LineRef> lines, Scope scope, Instant from, Instant to) {
        return jdbi.withHandle(handle -> {
            LineDao dao = new LineDao(handle);
            List<Long> series = lines.stream()
                    .flatMap(line -> dao.series(line, scope).stream())
                    .map(SeriesRef::id)
                    .toList();
            return new TouchDao(handle).list(series, from, to);
        });
    }

    /** Reads as this store does, and remembers what it has read; for one thread and one short task. */
    public SeriesMemory remember() {
        return new SeriesMemory(this, jdbi);
    }

    /** When a line was first heard of in the scope; empty if never. */
    public Optional<Instant> firstKnown(LineRef line, Scope scope) {
        return jdbi.withHandle(
                handle -> new SeriesDao(handle, new LineDao(handle).series(line, scope), null).firstKnown());
    }

    /** The series of a line inside the scope that may be added up. */
    public List<SeriesRef> series(LineRef line, Scope scope) {
        return jdbi.withHandle(handle -> SeriesDao.addable(handle, line, scope, null));
    }

    /** Every statement of a line in the scope as it stood at {@code asOf} (null: as it stands), oldest as-of day first. */
    @Override
    public List<Belief> statements(LineRef line, Scope scope, LocalDate until, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> reader(handle, line, scope).statements(until, asOf));
    }

    /** The windows of a line in the scope: flows added up, stocks as they stand at the end of each window. */
    @Override
    public List<Window> windows(LineRef line, Scope scope, Frame frame) {
        return jdbi.withHandle(handle -> reader(handle, line, scope).windows(frame));
    }

    @Override
    public Publications publications(LineRef line, Scope scope, int most, Instant asOf) {
        return jdbi.withHandle(handle -> new PublicationDao(handle).get(line, scope, most, asOf));
    }

    /** The windows of a line in the scope, never narrower than those its source speaks of, and how late that usually is. */
    public Reading read(LineRef line, Scope scope, Frame frame) {
        return jdbi.withHandle(handle -> reader(handle, line, scope).read(frame, lateness(handle, line.line())));
    }

    /** A line in the scope over exactly some days: a flow added up without what is longer, a stock as it stands on the last day. */
    public Window over(LineRef line, Scope scope, Period days, @Nullable Instant asOf, Instant now) {
        return jdbi.withHandle(
                handle -> reader(handle, line, scope).over(new Frame(Bucket.DAY, days, asOf, now, false)));
    }

    /** Every window is a question about another moment, so what was ever believed is read once for all of them. */
    @Override
    public List<Window> windowsOfAge(LineRef line, Scope scope, Frame frame, int ageDays) {
        return remember().windowsOfAge(line, scope, frame, ageDays);
    }

    /**
     * What a line adds up to in each admin1 area of a scope as it stands, the largest first; windows of {@code bucket} make the days.
     */
    public List<AreaSum> areas(LineRef line, Scope scope, Bucket bucket, Period days) {
        return jdbi.withHandle(handle -> {
            List<SeriesRef> located = Areas.located(handle, new LineDao(handle).series(line, scope));
            Areas areas = new Areas(located);
            if (!located.isEmpty()) {
                SeriesDao dao = new SeriesDao(handle, located, null);
                boolean counter = line.line().measure().kind() == Kind.CUMULATIVE;
                if (!counter) {
                    dao.sums(days).forEach(areas::add);
                }
                areas.addShares(
                        counter ? LineReader.counted(dao, days).longer() : dao.beliefs(days, true),
                        days,
                        bucket.longest());
            }
            return areas.list();
        });
    }

    /** What a line says of admin1 areas over just these days, or of a stock as of just this day; the largest first. */
    public List<AreaSum> areas(LineRef line, Scope scope, Period days) {
        boolean stock = line.line().measure().kind() == Kind.STOCK;
        return jdbi.withHandle(handle -> {
            List<SeriesRef> located = Areas.located(handle, new LineDao(handle).series(line, scope));
            Areas areas = new Areas(located);
            if (!located.isEmpty()) {
                new SeriesDao(handle, located, null)
                        .beliefs(days, false).stream()
                                .filter(said -> said.value() != null)
                                .filter(said -> stock
                                        ? said.period().end().equals(days.end())
                                        : said.period().equals(days))
                                .forEach(said ->
                                        areas.add(said.id().series(), java.util.Objects.requireNonNull(said.value())));
            }
            return areas.list();
        });
    }

    /** What a source has covered as known at {@code asOf} (null: now), and how late it usually is. */
    @Override
    public Coverage coverage(SourceId source, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> new CoverageDao(handle).get(source, asOf));
    }

    /**
     * The moment as of which a question about {@code asOf} is answered: before the oldest running merge, whose figures are not there yet
     * and will have been known since it began. So an answer stays what it was.
     */
    public Instant settled(Instant asOf, Instant now) {
        return jdbi.withHandle(handle -> new MergingDao(handle).oldest(now))
                .map(start -> start.minus(1, ChronoUnit.MICROS))
                .filter(asOf::isAfter)
                .orElse(asOf);
    }

    /** What is declared of a source. */
    public Source source(SourceId id) {
        return jdbi.withHandle(handle -> new SourceDao(handle).get(id));
    }

    /** Every source that has declared itself, by id. */
    public List<Source> sources() {
        return jdbi.withHandle(handle -> new SourceDao(handle).list());
    }

    /** What every appeal of a source asked for and had received on a day, as it stood at {@code asOf} (null: as it stands). */
    @Override
    public List<AppealMoney> money(SourceId source, LocalDate day, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> new AppealMoneyDao(handle).list(source, day, asOf));
    }

    private static LineReader reader(Handle handle, LineRef line, Scope scope) {
        return new LineReader(new StoredSight(handle, line, scope), line);
    }

    private static Lateness lateness(Handle handle, Line line) {
        return new LatenessDao(handle)
                .get(line.attribution().source(), line.measure().metric());
    }
}
