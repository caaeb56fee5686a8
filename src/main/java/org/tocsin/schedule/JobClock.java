package org.tocsin.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes named tasks when they are due, each tick on one node of all that share the database.
 *
 * <p>Only names, schedules and the time of the next tick are stored. A task never runs twice at once, on any node. Ticks
 * missed while no node ran, or while the task was still busy, are made up by one run. A run that a node's death cut short
 * is begun again by another, so a task must bear being repeated. A clock is in standby until started; what is done to its
 * schedules in standby holds.
 */
public final class JobClock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JobClock.class);
    private static final String GROUP = "task";
    private static final int THREADS = 8;

    private final Scheduler scheduler;
    private final Tasks tasks;
    private final Pace pace;

    /** A clock of eight threads. */
    public JobClock(DataSource source, MeterRegistry meters) {
        this(source, meters, THREADS);
    }

    /** @param threads tasks run at once on this node; with fewer than there are tasks, a long one may delay another */
    public JobClock(DataSource source, MeterRegistry meters, int threads) {
        this(source, meters, Pace.usual(threads));
    }

    JobClock(DataSource source, MeterRegistry meters, Pace pace) {
        this.pace = pace;
        this.tasks = new Tasks(meters);
        try {
            scheduler = Node.standby(source, pace);
            scheduler.setJobFactory(tasks);
        } catch (SchedulerException e) {
            throw new ScheduleException("cannot make the scheduler", e);
        }
    }

    /**
     * Makes the stored schedules these and no others. One that has not changed keeps its next tick, even a missed one; a
     * paused task stays paused.
     *
     * @param schedule when each task is due
     * @param work what each task does; a task without a schedule is never due
     * @throws IllegalArgumentException if a scheduled task has nothing to do or will never be due again
     * @throws ScheduleException if the database does not answer
     */
    public void keep(Map<String, Cron> schedule, Map<String, Runnable> work) {
        schedule.forEach((task, cron) -> {
            if (!work.containsKey(task)) {
                throw new IllegalArgumentException("task " + task + " has a schedule but nothing to do");
            }
            if (wanted(task, cron).getFireTimeAfter(null) == null) {
                throw new IllegalArgumentException("task " + task + " is never due again: '" + cron + "'");
            }
        });
        tasks.know(work);
        try {
            for (JobKey job : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (!schedule.containsKey(job.getName())) {
                    scheduler.deleteJob(job);
                    log.info("removed task={}, which is no longer configured", job.getName());
                }
            }
            for (Map.Entry<String, Cron> entry : schedule.entrySet()) {
                keep(entry.getKey(), entry.getValue());
            }
        } catch (SchedulerException e) {
            throw new ScheduleException("cannot store the schedules", e);
        }
    }

    private void keep(String task, Cron cron) throws SchedulerException {
        JobDetail job = job(task);
        TriggerKey key = key(task);
        TriggerState state = scheduler.getTriggerState(key);
        if (scheduler.getTrigger(key) instanceof CronTrigger stored
                && stored.getCronExpression().equals(cron.expression())) {
            scheduler.addJob(job, true);
            if (state == TriggerState.ERROR) {
                scheduler.resetTriggerFromErrorState(key);
            }
            return;
        }
        scheduler.scheduleJob(job, Set.of(wanted(task, cron)), true);
        if (state == TriggerState.PAUSED) {
            scheduler.pauseTrigger(key);
        }
        log.info("scheduled task={} cron='{}'", task, cron);
    }

    /** Lets tasks run on this node. */
    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new ScheduleException("cannot start the scheduler", e);
        }
    }

    /** Whether tasks may run on this node: it was started and not closed. */
    public boolean running() {
        try {
            return scheduler.isStarted() && !scheduler.isInStandbyMode() && !scheduler.isShutdown();
        } catch (SchedulerException e) {
            throw new ScheduleException("cannot ask the scheduler", e);
        }
    }

    /** When the task is due next, which is past if it is overdue; empty if it is paused or has no schedule. */
    public Optional<Instant> next(String task) {
        try {
            TriggerKey key = key(task);
            Trigger trigger = scheduler.getTrigger(key);
            if (trigger == null || scheduler.getTriggerState(key) == TriggerState.PAUSED) {
                return Optional.empty();
            }
            return Optional.ofNullable(trigger.getNextFireTime()).map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new ScheduleException("cannot read when " + task + " is due", e);
        }
    }

    /**
     * Stops waking a task, on every node and over restarts, until it is resumed. A run under way goes on.
     *
     * @throws IllegalArgumentException if no such task is scheduled
     */
    public void pause(String task) {
        try {
            scheduler.pauseTrigger(known(task));
        } catch (SchedulerException e) {
            throw new ScheduleException("cannot pause " + task, e);
        }
    }

    /**
     * Wakes a paused task again; if it missed ticks, at once.
     *
     * @throws IllegalArgumentException if no such task is scheduled
     */
    public void resume(String task) {
        try {
            scheduler.resumeTrigger(known(task));
        } catch (SchedulerException e) {
            throw new ScheduleException("cannot resume " + task, e);
        }
    }

    /** Asks running tasks to stop, by interrupt, and waits a while for them. */
    @Override
    public void close() {
        Thread closing = new Thread(this::shutDown, "clock-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(pace.grace().toMillis());
            if (closing.isAlive()) {
                log.warn("left tasks running that did not stop within {}", pace.grace());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void shutDown() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            log.error("the scheduler did not shut down", e);
        }
    }

    private TriggerKey known(String task) throws SchedulerException {
        TriggerKey key = key(task);
        if (!scheduler.checkExists(key)) {
            throw new IllegalArgumentException("no scheduled task " + task);
        }
        return key;
    }

    private static TriggerKey key(String task) {
        return new TriggerKey(task, GROUP);
    }

    private static JobDetail job(String task) {
        return JobBuilder.newJob(TaskJob.class)
                .withIdentity(task, GROUP)
                .storeDurably()
                .requestRecovery()
                .build();
    }

    private static CronTrigger wanted(String task, Cron cron) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key(task))
                .forJob(task, GROUP)
                .withSchedule(CronScheduleBuilder.cronSchedule(cron.expression())
                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }
}
