package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.SourceId;

/** Reads series as the store does, and remembers what it has read; for one thread and one short task. */
public final class SeriesMemory implements SeriesReading {
    private final SeriesStore store;
    private final Map<Long, LineRef> lines = new HashMap<>();
    private final Map<Asked, Coverage> coverages = new HashMap<>();

    private record Asked(SourceId source, @Nullable Instant asOf) {}

    SeriesMemory(SeriesStore store) {
        this.store = store;
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
        return coverages.computeIfAbsent(
                new Asked(source, asOf), asked -> store.coverage(asked.source(), asked.asOf()));
    }

    @Override
    public List<Belief> statements(LineRef line, Scope scope, LocalDate until, @Nullable Instant asOf) {
        return store.statements(line, scope, until, asOf);
    }

    @Override
    public List<Window> windows(LineRef line, Scope scope, Frame frame) {
        return store.windows(line, scope, frame);
    }

    @Override
    public List<AppealMoney> money(SourceId source, LocalDate day, @Nullable Instant asOf) {
        return store.money(source, day, asOf);
    }
}
