package org.tocsin.app;

import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.collect.Run;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.table.TableReader;
import org.tocsin.db.Login;
import org.tocsin.figure.SourceId;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** The whole house as its settings make it, on a database of a test and by a clock that the test sets. */
final class House implements AutoCloseable {
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OpenDatabase database;
    private final Building building;

    House(String settings, InstantSource clock) {
        this(settings, clock, Wiring.Onlookers.nobody());
    }

    House(String settings, InstantSource clock, Wiring.Onlookers onlookers) {
        TocsinConfiguration read = read(settings);
        this.database = OpenDatabase.open(read.database());
        this.building = new Building(read, database, new Building.Instants(clock, clock), meters, onlookers);
        building.provision();
    }

    /** The {@code database} of the settings, which has the schema already. */
    static String database(Login login) {
        String url = login.url() + (login.url().contains("?") ? "&" : "?");
        return "database: {url: \"%suser=%s&password=%s\", connections: 6}\n"
                .formatted(url, login.user(), login.password());
    }

    Building building() {
        return building;
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    Wiring.Stores stores() {
        return building.wiring().stores;
    }

    Wiring.Steps steps() {
        return building.wiring().steps;
    }

    RunSummary collect(String source) {
        return steps().collect().run(new SourceId(source), RunCause.SCHEDULE, Optional.empty());
    }

    /** Imports a table of one source. */
    RunSummary hand(String source, Merge.Telling telling, String table) {
        try {
            SourceId id = new SourceId(source);
            return steps().byHand()
                    .table()
                    .run(
                            id,
                            URI.create("test:table"),
                            telling,
                            new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                            (document, found) -> new TableReader().read(document, id, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Judges all that is due. */
    void watch() {
        boolean more = true;
        while (more) {
            more = steps().watch().run();
        }
    }

    void sweep() {
        steps().sweep().run();
        watch();
    }

    /** Sends all that is due. */
    void send() throws InterruptedException {
        int started = 1;
        while (started > 0) {
            started = steps().relay().run();
            if (!steps().relay().awaitIdle(Duration.ofSeconds(20))) {
                throw new IllegalStateException("the relay does not come to rest");
            }
        }
    }

    Run run(RunSummary summary) {
        return stores().collected()
                .runs()
                .list(new SourceId(summary.source()), summary.run() + 1, 1)
                .get(0);
    }

    /** The one number that a query gives. */
    long count(String sql, Object... bindings) {
        return jdbi().withHandle(
                        handle -> handle.select(sql, bindings).mapTo(Long.class).one());
    }

    List<String> texts(String sql, Object... bindings) {
        return jdbi().withHandle(handle ->
                handle.select(sql, bindings).mapTo(String.class).list());
    }

    double metered(String name, String... tags) {
        return meters.counter(name, tags).count();
    }

    @Override
    public void close() {
        building.close();
        database.close();
    }

    private static TocsinConfiguration read(String settings) {
        try {
            return new YamlConfigurationFactory<>(
                            TocsinConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
                    .build(path -> new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)), "test");
        } catch (Exception e) {
            throw new IllegalArgumentException("settings of the test", e);
        }
    }
}
