package org.tocsin.app;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.tocsin.alert.Setback;
import org.tocsin.collect.Run;
import org.tocsin.figure.SourceId;
import org.tocsin.notify.Depth;
import org.tocsin.schedule.JobClock;

/** Says whether the service can do its work: database, scheduler, loops, outbox, sources and judging. */
final class Health {
    /** A message that waits this much longer than it was due is not being delivered. */
    private static final Duration OVERDUE = Duration.ofMinutes(10);

    /** A loop takes a turn every few seconds; a turn, even of a large subject, is over in less than this. */
    private static final Duration STUCK = Duration.ofMinutes(2);

    private static final int RUNS_IN_A_ROW = 3;

    /** A subject that fails so often does not fail by chance. */
    private static final int ATTEMPTS_IN_A_ROW = 3;

    private static final int NAMED = 10;

    private Health() {}

    static void register(HealthCheckRegistry checks, Building building, JobClock clock, List<Loop> loops) {
        Wiring.Stores stores = building.wiring().stores;
        checks.register("database", check(() -> {
            building.database().jdbi().useHandle(handle -> handle.execute("select 1"));
            return HealthCheck.Result.healthy();
        }));
        checks.register(
                "scheduler",
                check(() -> clock.running()
                        ? HealthCheck.Result.healthy()
                        : HealthCheck.Result.unhealthy("the scheduler does not run")));
        checks.register("loops", check(() -> loops(loops, STUCK)));
        checks.register("outbox", check(() -> outbox(stores.told().outbox().depth())));
        checks.register("sources", check(() -> sources(building)));
        checks.register("judging", check(() -> judging(stores.watched().due().setbacks(ATTEMPTS_IN_A_ROW, NAMED))));
    }

    static HealthCheck.Result loops(List<Loop> loops, Duration patience) {
        List<String> stuck = loops.stream()
                .filter(loop -> loop.sinceSuccess().compareTo(patience) > 0)
                .map(loop -> loop.name() + " since " + loop.sinceSuccess())
                .toList();
        return stuck.isEmpty()
                ? HealthCheck.Result.healthy()
                : HealthCheck.Result.unhealthy("without a turn that ended well: %s", stuck);
    }

    private static HealthCheck.Result outbox(Depth depth) {
        return depth.overdue().compareTo(OVERDUE) > 0
                ? HealthCheck.Result.unhealthy(
                        "%d messages wait, the longest %s over its time", depth.pending(), depth.overdue())
                : HealthCheck.Result.healthy("%d messages wait", depth.pending());
    }

    private static HealthCheck.Result judging(List<Setback> setbacks) {
        return setbacks.isEmpty()
                ? HealthCheck.Result.healthy()
                : HealthCheck.Result.unhealthy("cannot be judged: %s", setbacks);
    }

    private static HealthCheck.Result sources(Building building) {
        List<String> failing = building.wiring().steps.collect().sources().stream()
                .filter(source -> failsAgainAndAgain(building, source))
                .map(SourceId::value)
                .sorted()
                .toList();
        return failing.isEmpty()
                ? HealthCheck.Result.healthy()
                : HealthCheck.Result.unhealthy("the last %d runs failed of %s", RUNS_IN_A_ROW, failing);
    }

    private static boolean failsAgainAndAgain(Building building, SourceId source) {
        List<Run> last = building.wiring().stores.collected().runs().list(source, Long.MAX_VALUE, RUNS_IN_A_ROW);
        return last.size() == RUNS_IN_A_ROW && last.stream().allMatch(run -> "failed".equals(run.outcome()));
    }

    private static HealthCheck check(Supplier<HealthCheck.Result> result) {
        return new HealthCheck() {
            @Override
            protected Result check() {
                return result.get();
            }
        };
    }
}
