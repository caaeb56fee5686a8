package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.SourceId;

/**
 * Reads series as the store does, from what it has read once: for one thread and one short task that looks at the same lines at many
 * moments. Holds every belief there ever was of those lines.
 */
public final class SeriesMemory implements SeriesReading {
    private static final List<String> EVERYWHERE = List.of("");

    private final SeriesStore store;
    private final Jdbi jdbi;
    private final Map<Long, LineRef> lines = new HashMap<>();
    private final Map<Seen, LineReader> readers = new HashMap<>();
    private final Map<SourceId, RememberedCoverage> coverages = new HashMap<>();
    private final Map<Paid, List<AppealMoney>> money = new HashMap<>();

    private record Seen(LineRef line, Scope scope) {}

    private record Paid(
            SourceId source, LocalDate day, @Nullable Instant asOf) {}

    SeriesMemory(SeriesStore store, Jdbi jdbi) {
        this.store = store;
        this.jdbi = jdbi;
    }

    @Override
    public LineRef line(long id) {
        return lines.computeIfAbsent(id, store::line);
    }

    @Override
    public Publications publications(LineRef line, Scope scope, int most, Instant asOf) {
        return store.publications(line, scope, most, asOf);
    }

    @Override
    public List<LineRef> lines(Scope scope, Selection selection) {
        return store.lines(scope, selection);
    }

    @Override
    public Coverage coverage(SourceId source, @Nullable Instant asOf) {
        return coverages
                .computeIfAbsent(
                        source,
                        any -> jdbi.withHandle(handle -> new RememberedCoverage(
                                new CoverageDao(handle).spoken(source), EVERYWHERE, store.coverage(source, null))))
                .at(asOf);
    }

    @Override
    public List<Belief> statements(LineRef line, Scope scope, LocalDate until, @Nullable Instant asOf) {
        return reader(line, scope).statements(until, asOf);
    }

    @Override
    public List<Window> windows(LineRef line, Scope scope, Frame frame) {
        return reader(line, scope).windows(frame);
    }

    @Override
    public List<Window> windowsOfAge(LineRef line, Scope scope, Frame frame, int ageDays) {
        return reader(line, scope).ofAge(frame, ageDays);
    }

    @Override
    public List<AppealMoney> money(SourceId source, LocalDate day, @Nullable Instant asOf) {
        return money.computeIfAbsent(new Paid(source, day, asOf), paid -> store.money(source, day, asOf));
    }

    private LineReader reader(LineRef line, Scope scope) {
        return readers.computeIfAbsent(
                new Seen(line, scope),
                seen -> jdbi.withHandle(handle -> {
                    CoverageDao dao = new CoverageDao(handle);
                    RememberedCoverage coverage = new RememberedCoverage(
                            dao.spoken(line.line().attribution().source()),
                            CoverageDao.countries(line, scope),
                            dao.get(line, scope, null));
                    return new LineReader(new RememberedSight(handle, line, scope, coverage::at), line);
                }));
    }
}
