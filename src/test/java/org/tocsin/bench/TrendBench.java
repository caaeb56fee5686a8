package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.db.BenchServer;

/**
 * Measures the trend of one crisis over HTTP against its own SQL through libpq, and against itself with 0.5 million figures stored.
 *
 * <p>{@code TrendBench [--keep DIRECTORY] [millions of figures] [requests] [rounds]}
 */
public final class TrendBench {
    private static final String KEEP = "--keep";
    private static final long SMALL = 500_000;
    private static final long BYTES_A_FIGURE = 600;
    private static final int WARM_UP = 100;
    private static final Duration LAST_FILL = Duration.ofMinutes(40);
    private static final Duration LAST_FILL_OF_NOTHING_ELSE = Duration.ofMinutes(110);
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
        boolean keeps = args.length > 1 && args[0].equals(KEEP);
        List<String> numbers = List.of(args).subList(keeps ? 2 : 0, args.length);
        long figures = Math.round((numbers.isEmpty() ? 50 : Double.parseDouble(numbers.get(0))) * 1e6);
        int requests = numbers.size() > 1 ? Integer.parseInt(numbers.get(1)) : 10_000;
        int rounds = numbers.size() > 2 ? Integer.parseInt(numbers.get(2)) : 5;
        Optional<Path> pgbench = Libpq.find();
        System.out.println(pgbench.map(found -> "libpq: " + found)
                .orElse("no pgbench here: the JDBC driver asks in place of libpq"));
        TrendBench bench = new TrendBench(pgbench, requests, rounds);
        try (BenchServer small = keeps ? BenchServer.in(Path.of(args[1], "few")) : BenchServer.open();
                BenchServer large = keeps ? BenchServer.in(Path.of(args[1], "many")) : BenchServer.open()) {
            bench.run(small, large, figures);
        }
    }

    private void run(BenchServer small, BenchServer large, long figures) throws Exception {
        long few = fill(small, SMALL);
        long many = fill(large, figures);
        if (requests == 0) {
            return;
        }
        try (ServedTrends servedFew = new ServedTrends(small);
                ServedTrends servedMany = new ServedTrends(large)) {
            servedFew.start();
            servedMany.start();
            List<Row> rows = new ArrayList<>();
            for (TrendAsked asked : TrendAsked.all()) {
                rows.add(new Row(asked, few, servedFew, false));
                rows.add(new Row(asked, many, servedMany, true));
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

    private long fill(BenchServer server, long figures) throws IOException {
        StoredFigures stored = new StoredFigures(server.jdbi());
        long missing = figures - stored.count();
        if (server.room() < missing * BYTES_A_FIGURE) {
            throw new IOException(String.format(Locale.ROOT, "no room on the disk for another %,d figures", missing));
        }
        stored.measured();
        long all = stored.elsewhere(figures, () -> after(requests == 0 ? LAST_FILL_OF_NOTHING_ELSE : LAST_FILL));
        server.checkpoint();
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
        for (int i = 0; i + 1 < rows.size(); i += 2) {
            Row few = rows.get(i);
            Row many = rows.get(i + 1);
            System.out.printf(Locale.ROOT, "%s%n", few.line());
            System.out.printf(
                    Locale.ROOT,
                    "%s %10.2f %10.2f   %-24s %s%n",
                    many.line(),
                    many.libpq.millis(0.5),
                    many.libpq.millis(0.99),
                    spread(many.http.p99Over(many.libpq)),
                    spread(many.http.p99Over(few.http)));
        }
    }

    private static String spread(double[] sorted) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** One trend on one database; through libpq as well where it is held against that. */
    private final class Row {
        private final TrendAsked asked;
        private final long stored;
        private final ServedTrends served;
        private final boolean alsoLibpq;
        private final List<String> sql;
        private final Latencies http = new Latencies();
        private final Latencies libpq = new Latencies();

        Row(TrendAsked asked, long stored, ServedTrends served, boolean alsoLibpq) {
            this.asked = asked;
            this.stored = stored;
            this.served = served;
            this.alsoLibpq = alsoLibpq;
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
            if (alsoLibpq) {
                libpq.add(throughLibpq(times));
            }
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-32s %11d %9d %9.2f %9.2f",
                    asked.name(),
                    stored,
                    http.count(),
                    http.millis(0.5),
                    http.millis(0.99));
        }

        private long[] throughLibpq(int times) throws IOException, InterruptedException, SQLException {
            return pgbench.isPresent()
                    ? new Libpq(pgbench.get(), served.server().login()).ask(sql, times)
                    : new JdbcClient(served.server().login()).ask(sql, times);
        }
    }
}
