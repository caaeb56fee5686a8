package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures the trend of one crisis over HTTP against its own SQL through libpq, and against itself with 0.5 million figures stored.
 *
 * <p>{@code TrendBench [millions of figures] [requests] [rounds]}
 */
public final class TrendBench {
    private static final long SMALL = 500_000;
    private static final long BYTES_A_FIGURE = 600;
    private static final int WARM_UP = 100;
    private static final Duration LAST_FILL = Duration.ofMinutes(40);
    private static final Duration LAST_ROUND = Duration.ofMinutes(55);

    private final long start = System.nanoTime();
    private final Optional<Path> pgbench;
    private final int requests;
    private final int rounds;

    private TrendBench(Optional<Path> pgbench, int requests, int rounds) {
        this.pgbench = pgbench;
        this.requests = requests;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        long figures = Math.round((args.length > 0 ? Double.parseDouble(args[0]) : 50) * 1e6);
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        Path disk = Path.of(System.getProperty("java.io.tmpdir"));
        if (Files.getFileStore(disk).getUsableSpace() < figures * BYTES_A_FIGURE) {
            System.out.printf(Locale.ROOT, "%s has no room for %,d figures%n", disk, figures);
            System.exit(2);
        }
        Optional<Path> pgbench = Libpq.find();
        System.out.println(pgbench.map(found -> "libpq: " + found)
                .orElse("no pgbench here: the JDBC driver asks in place of libpq"));
        new TrendBench(pgbench, requests, rounds).run(figures);
    }

    private void run(long figures) throws Exception {
        try (ServedTrends small = new ServedTrends();
                ServedTrends large = new ServedTrends()) {
            long few = fill(small, SMALL);
            long many = fill(large, figures);
            List<Row> rows = new ArrayList<>();
            for (TrendAsked asked : TrendAsked.all()) {
                rows.add(new Row(asked, few, small));
                rows.add(new Row(asked, many, large));
            }
            for (Row row : rows) {
                row.warmUp();
            }
            for (int round = 0; round < rounds && (round == 0 || !after(LAST_ROUND)); round++) {
                for (Row row : rows) {
                    row.round();
                }
                System.out.printf(Locale.ROOT, "round %d done after %d s%n", round + 1, seconds());
            }
            print(rows);
        }
    }

    private long fill(ServedTrends served, long figures) throws IOException, InterruptedException {
        StoredFigures stored = new StoredFigures(served.server().jdbi());
        stored.measured();
        long all = stored.elsewhere(figures, () -> after(LAST_FILL));
        served.server().checkpoint();
        served.start();
        return all;
    }

    private boolean after(Duration limit) {
        return System.nanoTime() - start > limit.toNanos();
    }

    private long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private static void print(List<Row> rows) {
        System.out.printf(
                Locale.ROOT,
                "%n%-32s %11s %9s %9s %9s %10s %10s   %-24s %s%n",
                "trend",
                "stored",
                "requests",
                "p50 HTTP",
                "p99 HTTP",
                "p50 libpq",
                "p99 libpq",
                "p99 / libpq (aim <= 2)",
                "p99 / own at 0.5 M (aim <= 1.2)");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %11d %9d %9.2f %9.2f %10.2f %10.2f   %-24s %s%n",
                    row.asked.name(),
                    row.stored,
                    row.http.count(),
                    row.http.millis(0.5),
                    row.http.millis(0.99),
                    row.libpq.millis(0.5),
                    row.libpq.millis(0.99),
                    spread(row.http.p99Over(row.libpq)),
                    i % 2 == 0 ? "" : spread(row.http.p99Over(rows.get(i - 1).http)));
        }
    }

    private static String spread(double[] sorted) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** One trend on one database. */
    private final class Row {
        private final TrendAsked asked;
        private final long stored;
        private final ServedTrends served;
        private final List<String> sql;
        private final Latencies http = new Latencies();
        private final Latencies libpq = new Latencies();

        Row(TrendAsked asked, long stored, ServedTrends served) {
            this.asked = asked;
            this.stored = stored;
            this.served = served;
            this.sql = SameSql.of(asked, served.server().login(), Instant.parse("2026-01-01T00:00:00Z"));
        }

        void warmUp() throws IOException {
            long before = System.nanoTime();
            int bytes = served.ask(asked.path());
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d stored: %d statements, %d bytes, first answer after %.1f ms%n",
                    asked.name(),
                    stored,
                    sql.size(),
                    bytes,
                    (System.nanoTime() - before) / 1e6);
            served.ask(asked.path(), WARM_UP / asked.share());
        }

        void round() throws IOException, InterruptedException, SQLException {
            int times = Math.max(1, requests / rounds / asked.share());
            http.add(served.ask(asked.path(), times));
            libpq.add(throughLibpq(times));
        }

        private long[] throughLibpq(int times) throws IOException, InterruptedException, SQLException {
            return pgbench.isPresent()
                    ? new Libpq(pgbench.get(), served.server().login()).ask(sql, times)
                    : new JdbcClient(served.server().login()).ask(sql, times);
        }
    }
}
