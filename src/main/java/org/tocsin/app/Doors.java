package org.tocsin.app;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.util.Duration;
import java.util.concurrent.ExecutorService;
import org.tocsin.api.ApiResources;
import org.tocsin.dashboard.DashboardResources;

/** Opens the doors to the outside: the API and the pages. */
final class Doors {
    private static final int RUNS_AT_ONCE = 2;
    private static final int RUNS_WAITING = 8;

    private Doors() {}

    static void open(Environment environment, Building building, TocsinConfiguration settings) {
        org.tocsin.api.Doors api = api(environment, building, settings);
        ApiResources.of(api).forEach(environment.jersey()::register);
        DashboardResources.of(pages(building, settings)).forEach(environment.jersey()::register);
    }

    private static org.tocsin.api.Doors api(Environment environment, Building building, TocsinConfiguration settings) {
        Wiring.Stores stores = building.wiring().stores;
        ExecutorService background = environment
                .lifecycle()
                .executorService("asked-run-%d")
                .minThreads(RUNS_AT_ONCE)
                .maxThreads(RUNS_AT_ONCE)
                .workQueue(new java.util.concurrent.ArrayBlockingQueue<>(RUNS_WAITING))
                .shutdownTime(Duration.seconds(20))
                .build();
        return new org.tocsin.api.Doors(
                new org.tocsin.api.Doors.Known(
                        stores.known().series(),
                        stores.known().figures(),
                        new org.tocsin.api.Doors.Held(
                                stores.known().holds(), building.wiring().steps.holds()),
                        stores.known().crises(),
                        stores.known().appeals(),
                        settings.headline()),
                reported(building.wiring()),
                new org.tocsin.api.Doors.Watched(
                        stores.watched().rules(),
                        stores.watched().decisions(),
                        stores.watched().alerts(),
                        building.wiring().explain,
                        building.wiring().preview,
                        settings.publicUrl()),
                new org.tocsin.api.Doors.Collected(
                        stores.collected().runs(),
                        stores.collected().documents(),
                        new org.tocsin.api.Doors.Sources(
                                building.sources(), stores.collected().pauses()),
                        new org.tocsin.api.Doors.Steps(
                                building.wiring().steps.collect(),
                                building.wiring().steps.byHand().post()),
                        background),
                new org.tocsin.api.Doors.Access(
                        stores.access().keys(),
                        stores.access().audit(),
                        stores.access().repeats(),
                        settings.access()),
                building.knowledge());
    }

    private static org.tocsin.api.Doors.Reported reported(Wiring wiring) {
        Wiring.Stores.Reported reported = wiring.stores.reported();
        return new org.tocsin.api.Doors.Reported(
                reported.reports(),
                reported.candidates(),
                reported.changes(),
                wiring.steps.prose().report(),
                wiring.steps.prose().review(),
                wiring.steps.prose().decide());
    }

    private static org.tocsin.dashboard.Doors pages(Building building, TocsinConfiguration settings) {
        Wiring.Stores stores = building.wiring().stores;
        return new org.tocsin.dashboard.Doors(
                new org.tocsin.dashboard.Doors.Known(
                        stores.known().series(),
                        stores.known().figures(),
                        stores.known().crises(),
                        stores.known().appeals(),
                        settings.headline(),
                        building.sources()),
                new org.tocsin.dashboard.Doors.Beside(
                        stores.known().holds(), stores.reported().changes()),
                new org.tocsin.dashboard.Doors.Watched(
                        stores.watched().decisions(), stores.watched().alerts(), settings.publicUrl()),
                building.knowledge());
    }
}
