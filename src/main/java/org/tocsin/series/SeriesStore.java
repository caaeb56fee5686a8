package org.tocsin.series;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;

/** The only door to the figures as series: merges them, and reads them as they stand or as they stood. */
public final class SeriesStore {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

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
            if (complete) {
                dao.loaded(source, at);
            }
        });
    }

    /** The source has said that nothing changed: what its last complete answer covered, it covers still. */
    public void confirm(SourceId source, long run, LocalDate asOf) {
        jdbi.useHandle(handle -> new SourceDao(handle).confirm(source, run, asOf));
    }

    /** The lines that have a series in the scope, ordered by source. */
    public List<LineRef> lines(Scope scope, Selection selection) {
        return jdbi.withHandle(handle -> new LineDao(handle).lines(scope, selection));
    }

    public LineRef line(long id) {
        return jdbi.withHandle(handle -> new LineDao(handle).get(id));
    }

    /** The series of a line inside the scope that may be added up. */
    public List<SeriesRef> series(LineRef line, Scope scope) {
        return jdbi.withHandle(handle -> SeriesRef.addable(new LineDao(handle).series(line, scope)));
    }

    /** Every statement of a line in the scope as it stood at {@code asOf} (null: as it stands), oldest as-of day first. */
    public List<Belief> statements(LineRef line, Scope scope, LocalDate until, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> {
            List<SeriesRef> series = SeriesRef.addable(new LineDao(handle).series(line, scope));
            return new SeriesDao(handle, series, asOf).beliefs(new Period(FIRST, until), false);
        });
    }

    /** The windows of a line in the scope: flows added up, stocks as they stand at the end of each window. */
    public List<Window> windows(LineRef line, Scope scope, Frame frame) {
        return jdbi.withHandle(handle -> {
            List<SeriesRef> series = SeriesRef.addable(new LineDao(handle).series(line, scope));
            SeriesDao dao = new SeriesDao(handle, series, frame.asOf());
            Coverage coverage =
                    new CoverageDao(handle).get(line.line().attribution().source(), frame.asOf());
            Period span = whole(frame);
            if (line.line().measure().kind() == Kind.STOCK) {
                Period past = new Period(span.start().minusDays(coverage.staleAfterDays() + 1L), span.end());
                return new StockWindows(dao.beliefs(past, false), coverage, frame).list();
            }
            boolean counter = line.line().measure().kind() == Kind.CUMULATIVE;
            return new FlowWindows(
                            counter ? new TreeMap<>() : dao.days(span),
                            counter ? counted(dao, span) : dao.beliefs(span, true),
                            dao.givenUp(span),
                            coverage,
                            frame)
                    .list();
        });
    }

    /** What a source has covered as known at {@code asOf} (null: now), and how late it usually is. */
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
    public List<AppealMoney> money(SourceId source, LocalDate day, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> new AppealMoneyDao(handle).list(source, day, asOf));
    }

    /** Running totals need every statement before the span too. */
    private static List<Belief> counted(SeriesDao dao, Period span) {
        List<Belief> flows = new ArrayList<>();
        dao.beliefs(new Period(FIRST, span.end()), false).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        belief -> belief.id().series()))
                .values()
                .forEach(statements -> flows.addAll(Counter.flows(statements)));
        return flows;
    }

    private static Period whole(Frame frame) {
        return new Period(
                frame.bucket().around(frame.span().start()).start(),
                frame.bucket().around(frame.span().end()).end());
    }
}
