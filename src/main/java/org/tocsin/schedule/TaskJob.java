package org.tocsin.schedule;

import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a task; whatever the task does, Quartz sees a run that ended well and keeps its trigger. */
@DisallowConcurrentExecution
final class TaskJob implements InterruptableJob {
    private static final Logger log = LoggerFactory.getLogger(TaskJob.class);

    private final String name;
    private final @Nullable Runnable task;
    private final Tasks tasks;
    private @Nullable Thread runner;
    private boolean stopped;

    TaskJob(String name, @Nullable Runnable task, Tasks tasks) {
        this.name = name;
        this.task = task;
        this.tasks = tasks;
    }

    @Override
    public void execute(JobExecutionContext context) {
        Outcome outcome = run();
        tasks.ran(name, outcome);
        log.debug("ran task={} outcome={}", name, outcome.word());
    }

    private Outcome run() {
        if (task == null) {
            log.warn("task={} is due, but the configuration of this node does not name it", name);
            return Outcome.UNKNOWN;
        }
        begin();
        try {
            task.run();
            return Outcome.DONE;
        } catch (RuntimeException | Error e) {
            // Errors too: a class missing for one task must not cost the others their thread.
            if (isStopped()) {
                log.info("task={} stopped because the clock closes: {}", name, e.toString());
                return Outcome.STOPPED;
            }
            log.error("task={} failed; its next tick stands", name, e);
            return Outcome.FAILED;
        } finally {
            end();
        }
    }

    @Override
    public synchronized void interrupt() {
        stopped = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    private synchronized void begin() {
        runner = Thread.currentThread();
        if (stopped) {
            runner.interrupt();
        }
    }

    private synchronized void end() {
        runner = null;
        // Quartz still has to write that the run is over, which an interrupted thread cannot.
        Thread.interrupted();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }
}
