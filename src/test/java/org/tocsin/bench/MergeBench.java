package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.db.BenchServer;
import org.tocsin.figure.Period;
import org.tocsin.series.Merge;
import org.tocsin.series.SeriesStore;

/**
 * Measures the merge of a source's first load, and of the same load again, against a bare COPY of the same rows.
 *
 * <p>{@code MergeBench [one-day figures] [monthly figures] [rounds] [--steps]}
 */
public final class MergeBench {
    private static final Instant KNOWN = Instant.parse("2024-02-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int WARM_UP = 20_000;
    private static final String STEPS = "--steps";

    private static final String EMPTY = """
            truncate bare_figure, figure, figure_history, figure_held, run_change,
                source_lag, record_home, hold, extent, series,
                line, run, source restart identity cascade;
            insert into source values ('bench', 'Bench', 'l', 'https://l', 'a', 'rows', false, 30, true, null, null)
            """;

    private final long start = System.nanoTime();
    private final BenchServer server;
    private final Jdbi jdbi;
    private final SeriesStore store;

    private MergeBench(BenchServer server) {
        this.server = server;
        this.jdbi = server.jdbi();
        this.store = new SeriesStore(jdbi);
    }

    public static void main(String[] args) throws IOException {
        boolean steps = args.length > 0 && args[args.length - 1].equals(STEPS);
        int events = size(args, 0, 500_000);
        int months = size(args, 1, 300_000);
        int rounds = size(args, 2, 5);
        try (BenchServer server = BenchServer.open()) {
            MergeBench bench = new MergeBench(server);
            bench.jdbi.useHandle(BareCopy::create);
            if (steps) {
                bench.jdbi.setSqlLogger(new Steps());
            }
            bench.measure(Workload.events(WARM_UP, 2_000), 1);
            Rounds days = bench.measure(Workload.events(events, 2_000), rounds);
            Rounds whole = bench.measure(Workload.months(months, 2_500), rounds);
            say("");
            List.of(Rounds.HEAD, days.line(), whole.line()).forEach(MergeBench::say);
        }
    }

    private static int size(String[] args, int at, int otherwise) {
        return at < args.length && !args[at].equals(STEPS) ? Integer.parseInt(args[at]) : otherwise;
    }

    private Rounds measure(Workload workload, int rounds) throws IOException {
        Rounds measured = new Rounds(workload);
        Path rows = Files.createTempFile("tocsin-bench", ".copy");
        try {
            BareCopy bare = new BareCopy(workload, rows);
            for (int i = 0; i < rounds && (i == 0 || !late()); i++) {
                Rounds.Round round = round(workload, bare);
                measured.add(round);
                say(String.format(
                        Locale.ROOT,
                        "%s %d rows, round %d: COPY %.2f s, merge %.2f s, again %.2f s",
                        workload.name(),
                        workload.figures().size(),
                        i + 1,
                        round.copy(),
                        round.merge(),
                        round.again()));
            }
        } finally {
            Files.delete(rows);
        }
        return measured;
    }

    private boolean late() {
        return System.nanoTime() - start > LONGEST.toNanos();
    }

    private Rounds.Round round(Workload workload, BareCopy bare) {
        jdbi.useHandle(handle -> handle.createScript(EMPTY).execute());
        double copy = seconds(bare::load);
        double merge = seconds(handle -> merge(handle, workload, KNOWN));
        double again = seconds(handle -> merge(handle, workload, KNOWN.plus(Duration.ofDays(1))));
        return new Rounds.Round(copy, merge, again);
    }

    private double seconds(Consumer<Handle> work) {
        server.checkpoint();
        long before = System.nanoTime();
        jdbi.useTransaction(work::accept);
        return (System.nanoTime() - before) / 1e9;
    }

    private void merge(Handle handle, Workload workload, Instant at) {
        long run = handle.createQuery("insert into run (source, cause, started_at, known_from)"
                        + " values ('bench', 'hand', :at, :at) returning id")
                .bind("at", at)
                .mapTo(Long.class)
                .one();
        Merge merge = new Merge(run, Workload.SOURCE, at, Merge.Telling.BY_AGE, false);
        store.merge(merge, batch -> {
            workload.figures().forEach(batch::add);
            batch.cover("", new Period(workload.firstDay(), workload.lastDay()), LocalDate.of(2024, 1, 31));
        });
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
