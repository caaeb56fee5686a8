package org.tocsin.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;

/** What this node can run by name, and the count of its runs. */
final class Tasks implements JobFactory {
    private static final String RUNS = "tocsin.schedule.runs";

    private final MeterRegistry meters;
    private volatile Map<String, Runnable> known = Map.of();

    Tasks(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Every count begins at zero, so that a first failure is already a rise. */
    void know(Map<String, Runnable> tasks) {
        known = Map.copyOf(tasks);
        known.keySet().forEach(name -> {
            for (Outcome outcome : Outcome.values()) {
                count(name, outcome, 0);
            }
        });
    }

    void ran(String name, Outcome outcome) {
        count(known.containsKey(name) ? name : "other", outcome, 1);
    }

    private void count(String label, Outcome outcome, int runs) {
        meters.counter(RUNS, "task", label, "outcome", outcome.word()).increment(runs);
    }

    /** A job even for a name that is not known: if this threw, Quartz would put the trigger out of service. */
    @Override
    public Job newJob(TriggerFiredBundle bundle, Scheduler scheduler) {
        String name = bundle.getJobDetail().getKey().getName();
        return new TaskJob(name, known.get(name), this);
    }
}
