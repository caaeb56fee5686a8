package org.tocsin.series;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;

/** The only door to the figures as series: merges them, and reads them as they stand or as they stood. */
public final class SeriesStore {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final Period ALL_DAYS = new Period(FIRST, LocalDate.of(2200, 12, 31));

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
        return jdbi.withHandle(handle -> SeriesDao.addable(handle, line, scope, null));
    }

    /** Every statement of a line in the scope as it stood at {@code asOf} (null: as it stands), oldest as-of day first. */
    public List<Belief> statements(LineRef line, Scope scope, LocalDate until, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> dao(handle, line, scope, asOf).beliefs(new Period(FIRST, until), false));
    }

    /** The windows of a line in the scope: flows added up, stocks as they stand at the end of each window. */
    public List<Window> windows(LineRef line, Scope scope, Frame frame) {
        return jdbi.withHandle(handle -> {
            SeriesDao dao = dao(handle, line, scope, frame.asOf());
            Coverage coverage = new CoverageDao(handle).get(line, scope, frame.asOf());
            Period span = whole(frame);
            return switch (line.line().measure().kind()) {
                case STOCK -> new StockWindows(held(dao, span, coverage), coverage, frame).list();
                case FLOW -> new FlowWindows(flows(dao, span), coverage, frame).list();
                case CUMULATIVE -> new FlowWindows(counted(dao, span), coverage, frame).list();
            };
        });
    }

    private static SeriesDao dao(Handle handle, LineRef line, Scope scope, @Nullable Instant asOf) {
        return new SeriesDao(handle, SeriesDao.addable(handle, line, scope, asOf), asOf);
    }

    /** What a source has covered as known at {@code asOf} (null: now), and how late it usually is. */
    public Coverage coverage(SourceId source, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> new CoverageDao(handle).get(source, asOf));
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

    private static List<Belief> held(SeriesDao dao, Period span, Coverage coverage) {
        Period past = new Period(span.start().minusDays(coverage.staleAfterDays() + 1L), span.end());
        List<Belief> held = new ArrayList<>(dao.lastBefore(past.start()));
        held.addAll(dao.beliefs(past, false));
        return held;
    }

    private static FlowWindows.Told flows(SeriesDao dao, Period span) {
        List<Belief> longer = dao.beliefs(span, true).stream()
                .filter(belief -> belief.value() != null)
                .toList();
        return new FlowWindows.Told(dao.days(span), longer, dao.withoutValue(span), dao.givenUp(span));
    }

    /** Running totals need every statement before the span, and those after it, which may take something off or spread over its end. */
    private static FlowWindows.Told counted(SeriesDao dao, Period span) {
        List<Belief> statements = dao.beliefs(ALL_DAYS, false);
        List<Belief> flows = new ArrayList<>();
        statements.stream()
                .collect(Collectors.groupingBy(belief -> belief.id().series()))
                .values()
                .forEach(ofOneSeries -> flows.addAll(Counter.flows(ofOneSeries)));
        List<Period> spoken = statements.stream().map(Belief::period).toList();
        return new FlowWindows.Told(new TreeMap<>(), flows, spoken, dao.givenUp(span));
    }

    private static Period whole(Frame frame) {
        return new Period(
                frame.bucket().around(frame.span().start()).start(),
                frame.bucket().around(frame.span().end()).end());
    }
}
