package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * <p>{@code MergeBench [--steps] [figures rounds]...}
 */
public final class MergeBench {
    private static final Instant KNOWN = Instant.parse("2024-02-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(50);
    private static final int WARM_UP = 20_000;
    /** Places of one-day figures; of monthly ones there are as many as ten years of months need. */
    private static final int PLACES = 2_000;

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
        List<String> sizes = new ArrayList<>(List.of(args));
        boolean steps = sizes.remove(STEPS);
        if (sizes.isEmpty()) {
            sizes.addAll(List.of("1000000", "5", "10000000", "1"));
        }
        try (BenchServer server = BenchServer.open()) {
            MergeBench bench = new MergeBench(server);
            bench.jdbi.useHandle(BareCopy::create);
            if (steps) {
                bench.jdbi.setSqlLogger(new Steps());
            }
            bench.measure(Workload.events(WARM_UP, PLACES), 1);
            List<String> table = new ArrayList<>(List.of("", Rounds.HEAD));
            for (int i = 0; i + 1 < sizes.size() && !bench.late(); i += 2) {
                int figures = Integer.parseInt(sizes.get(i));
                int rounds = Integer.parseInt(sizes.get(i + 1));
                table.add(bench.measure(Workload.events(figures, PLACES), rounds));
                table.add(bench.measure(Workload.months(figures), rounds));
            }
            table.forEach(MergeBench::say);
        }
    }

    /** The line of the table. */
    private String measure(Workload workload, int rounds) throws IOException {
        Path rows = Files.createTempFile("tocsin-bench", ".copy");
        BareCopy bare = new BareCopy(workload, rows);
        try (Memory memory = new Memory(server.process())) {
            Rounds measured = new Rounds(workload, memory);
            for (int i = 0; i < rounds && (i == 0 || !late()); i++) {
                Rounds.Round round = round(workload, bare);
                measured.add(round);
                say(String.format(
                        Locale.ROOT,
                        "%s %d rows, round %d: COPY %.2f s, merge %.2f s, again %.2f s",
                        workload.name(),
                        workload.size(),
                        i + 1,
                        round.copy(),
                        round.merge(),
                        round.again()));
            }
            return measured.line();
        } finally {
            Files.delete(rows);
        }
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
