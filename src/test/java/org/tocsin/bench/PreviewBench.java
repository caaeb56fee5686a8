package org.tocsin.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.postgresql.Driver;
import org.tocsin.alert.DueStore;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.CrisisRegistry;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.db.BenchServer;
import org.tocsin.db.Login;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;
import org.tocsin.notify.SubscriberStore;
import org.tocsin.pipeline.Preview;
import org.tocsin.pipeline.Rehearsed;
import org.tocsin.series.Merge;
import org.tocsin.series.SeriesStore;

/**
 * Measures previews of shipped rules on five years of a source that is asked every day, and of one that tells of whole months.
 *
 * <p>{@code PreviewBench [years]}
 */
public final class PreviewBench {
    private static final Set<String> MEASURED = Set.of("displaced-conflict-record", "killed-surge");
    private static final int RESTATED_DAYS = 180;
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final List<String> COUNTRIES = CrisisRegistry.shipped().stream()
            .flatMap(crisis -> crisis.scope().places().stream())
            .map(place -> place.country())
            .distinct()
            .sorted()
            .toList();

    private final SeriesStore store;
    private final Jdbi jdbi;
    private final LocalDate first;
    private final SplittableRandom random = new SplittableRandom(3);
    private final NavigableMap<LocalDate, List<Figure>> displaced = new TreeMap<>();

    private PreviewBench(DataSource pool, LocalDate first) {
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin()).installPlugin(new SqlObjectPlugin());
        this.store = new SeriesStore(jdbi);
        this.first = first;
    }

    public static void main(String[] arguments) throws IOException {
        int years = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        try (BenchServer server = BenchServer.open()) {
            DataSource pool = pool(server.login());
            try {
                new PreviewBench(pool, LAST.minusYears(years).plusDays(1)).run();
            } finally {
                pool.close();
            }
        }
    }

    private void run() throws IOException {
        load();
        List<Rule> rules = RuleList.shipped().stream()
                .filter(rule -> MEASURED.contains(rule.id()))
                .toList();
        rules.forEach(rule -> play(rule, List.of("crisis:sdn")));
        System.out.println("| rule | scopes | evaluations | alerts | seconds |");
        System.out.println("|---|---|---|---|---|");
        for (Rule rule : rules) {
            measure(rule, List.of("crisis:mmr"));
            measure(rule, List.of());
        }
    }

    /** Connections that stay open, as the service has them. */
    private static DataSource pool(Login login) {
        PoolProperties properties = new PoolProperties();
        properties.setDriverClassName(Driver.class.getName());
        properties.setUrl(login.url());
        properties.setUsername(login.user());
        properties.setPassword(login.password());
        return new DataSource(properties);
    }

    private void load() {
        new CrisisStore(jdbi).provision(CrisisRegistry.shipped(), at(first));
        source("idmc-idu", 1);
        source("ucdp", 30);
        for (LocalDate day = first; !day.isAfter(LAST); day = day.plusDays(1)) {
            merge("idmc-idu", day, new Period(day.minusDays(RESTATED_DAYS), day), restated(day));
            if (day.getDayOfMonth() == 1) {
                LocalDate month = day.minusMonths(1);
                merge("ucdp", day, new Period(month, day.minusDays(1)), killed(month));
            }
        }
    }

    /** What the source tells on a day: the last half year, of which a tenth was put right after two weeks. */
    private List<Figure> restated(LocalDate day) {
        displaced.headMap(day.minusDays(RESTATED_DAYS)).clear();
        displaced.put(day, displaced(day));
        displaced.computeIfPresent(
                day.minusDays(14),
                (then, figures) -> figures.stream()
                        .map(figure -> random.nextInt(10) == 0
                                ? displaced(figure.series().place().country(), then)
                                : figure)
                        .toList());
        return displaced.values().stream().flatMap(List::stream).toList();
    }

    private List<Figure> displaced(LocalDate day) {
        return COUNTRIES.stream()
                .filter(country -> random.nextInt(3) == 0)
                .map(country -> displaced(country, day))
                .toList();
    }

    private Figure displaced(String country, LocalDate day) {
        return Figures.killed(1 + random.nextInt(900))
                .measured(Measure.of(Metric.NEW_DISPLACEMENTS))
                .from(new SourceId("idmc-idu"))
                .in(country)
                .record(country + day)
                .on(day)
                .figure();
    }

    private List<Figure> killed(LocalDate month) {
        return COUNTRIES.stream()
                .map(country -> Figures.killed(random.nextInt(400))
                        .in(country)
                        .record(country + month)
                        .over(month, month.plusMonths(1).minusDays(1))
                        .figure())
                .toList();
    }

    private void source(String id, int cadence) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into source values (?, ?, 'l', 'https://l', 'a', 'rows', false, ?, true, ?, null)",
                id,
                id,
                cadence,
                at(first).atOffset(ZoneOffset.UTC)));
    }

    private void merge(String source, LocalDate day, Period whole, List<Figure> figures) {
        jdbi.useTransaction(handle -> {
            Merge merge =
                    new Merge(run(handle, source, day), new SourceId(source), at(day), Merge.Telling.BY_AGE, false);
            store.merge(merge, batch -> {
                figures.forEach(batch::add);
                batch.cover("", whole, day);
            });
        });
    }

    private static long run(Handle handle, String source, LocalDate day) {
        return handle.createQuery("insert into run (source, cause, started_at, known_from, finished_at, outcome)"
                        + " values (:source, 'hand', :at, :at, :at, 'merged') returning id")
                .bind("source", source)
                .bind("at", at(day))
                .mapTo(Long.class)
                .one();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    private void measure(Rule rule, List<String> scopes) {
        long start = System.nanoTime();
        Rehearsed rehearsed = play(rule, scopes);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.1f |%n",
                rule.id(),
                rehearsed.scopes(),
                rehearsed.evaluations(),
                rehearsed.episodes(),
                seconds);
    }

    private Rehearsed play(Rule rule, List<String> scopes) {
        Preview preview = new Preview(
                store, new CrisisStore(jdbi), new AppealStore(jdbi), new SubscriberStore(jdbi), new DueStore(jdbi));
        return preview.run(rule, new Period(first, LAST), scopes, share -> {});
    }
}
