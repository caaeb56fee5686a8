package org.tocsin.app;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.alert.DueMeters;
import org.tocsin.collect.SourceMeters;
import org.tocsin.collect.SourceStates;
import org.tocsin.db.Listener;
import org.tocsin.figure.SourceId;
import org.tocsin.notify.Outbox;
import org.tocsin.notify.OutboxMeters;
import org.tocsin.schedule.Cron;
import org.tocsin.schedule.JobClock;

/** The service: everything the house does while it runs, started and stopped with the web server. */
final class Service {
    private static final Duration WATCH_POLL = Duration.ofSeconds(5);
    private static final Duration RELAY_POLL = Duration.ofSeconds(1);
    private static final String SWEEP = "sweep";
    private static final String EVERY_MINUTE = "0 * * * * ?";

    private final TocsinConfiguration settings;
    private final Environment environment;
    private final Building.Instants instants;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Service(TocsinConfiguration settings, Environment environment, InstantSource knowledge) {
        this.settings = settings;
        this.environment = environment;
        this.instants = new Building.Instants(knowledge, InstantSource.system());
    }

    void start() {
        OpenDatabase database = OpenDatabase.open(settings.database());
        manage(database);
        manage(ServerSeat.take(database));
        Building building = new Building(settings, database, instants, meters, Wiring.Onlookers.nobody());
        manage(building);
        building.provision();
        List<Loop> loops = loops(building);
        JobClock clock = schedule(building);
        operations(building, clock, loops);
        Doors.open(environment, building, settings);
    }

    private List<Loop> loops(Building building) {
        Wiring.Steps steps = building.wiring().steps;
        List<Loop> loops = new ArrayList<>();
        loops.add(new Loop("watch", steps.watch()::run, listening(building, "tocsin_due"), WATCH_POLL, meters));
        if (settings.delivery().mode() == DeliverySettings.Mode.LIVE) {
            loops.add(new Loop(
                    "peers", steps.peers()::run, longest -> Thread.sleep(longest.toMillis()), RELAY_POLL, meters));
            loops.add(new Loop(
                    "relay", () -> steps.relay().run() > 0, listening(building, Outbox.TOPIC), RELAY_POLL, meters));
        }
        loops.forEach(environment.lifecycle()::manage);
        return loops;
    }

    private static Loop.Rest listening(Building building, String topic) {
        return Loop.Rest.listening(new Listener(building.database().direct(), topic));
    }

    private JobClock schedule(Building building) {
        Map<String, Cron> schedule = new LinkedHashMap<>();
        Map<String, Runnable> work = new LinkedHashMap<>();
        settings.sources().stream()
                .filter(factory -> factory.lacking().isEmpty())
                .forEach(factory -> {
                    SourceId source = factory.build().source().id();
                    schedule.put("collect-" + source, Cron.of("sources." + source + ".schedule", factory.schedule()));
                    work.put(
                            "collect-" + source,
                            () -> building.wiring().steps.collect().tick(source));
                });
        schedule.put(SWEEP, new Cron(EVERY_MINUTE));
        work.put(SWEEP, building.wiring().steps.sweep()::run);
        JobClock clock = new JobClock(building.database().pool(), meters, work.size());
        clock.keep(schedule, work);
        environment.lifecycle().manage(new Managed() {
            @Override
            public void start() {
                clock.start();
            }

            @Override
            public void stop() {
                clock.close();
            }
        });
        return clock;
    }

    private void operations(Building building, JobClock clock, List<Loop> loops) {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(meters);
        manage(collections);
        gauges(building);
        environment.admin().addServlet("prometheus", new MetricsServlet(meters)).addMapping("/metrics");
        Health.register(environment.healthChecks(), building, clock, loops);
    }

    /** What the database knows, shown by every node. */
    private void gauges(Building building) {
        Wiring.Stores stores = building.wiring().stores;
        DueMeters.register(stores.watched().due(), instants.knowledge(), meters);
        OutboxMeters.register(stores.told().outbox(), meters);
        SourceMeters.register(
                new SourceStates(building.database().jdbi()),
                building.wiring().steps.collect().sources(),
                instants.knowledge(),
                meters);
    }

    private void manage(AutoCloseable resource) {
        environment.lifecycle().manage(new Managed() {
            @Override
            public void stop() throws Exception {
                resource.close();
            }
        });
    }
}
