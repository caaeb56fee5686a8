package org.tocsin.schedule;

import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;

/** Makes this node's Quartz scheduler, one of a cluster on one database. */
final class Node {
    /** Names the cluster in Quartz's tables; the migration inserts its lock rows. */
    static final String CLUSTER = "tocsin";

    private Node() {}

    /** A scheduler in standby, which has not yet asked the database for anything. */
    static Scheduler standby(DataSource source, Pace pace) throws SchedulerException {
        Properties settings = settings(HandedConnections.register(source), pace);
        SchedulerRepository known = SchedulerRepository.getInstance();
        // The factory hands out a scheduler of the same name again; a second node in one JVM shall be a second one.
        synchronized (known) {
            Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
            known.remove(CLUSTER);
            return scheduler;
        }
    }

    private static Properties settings(String connections, Pace pace) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", CLUSTER);
        // Quartz's own AUTO asks DNS for the name of the machine and fails where there is none.
        settings.setProperty(
                "org.quartz.scheduler.instanceId", UUID.randomUUID().toString());
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.scheduler.interruptJobsOnShutdown", "true");
        settings.setProperty("org.quartz.scheduler.interruptJobsOnShutdownWithWait", "true");
        settings.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(pace.threads()));
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", "task");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        settings.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        settings.setProperty("org.quartz.jobStore.dataSource", connections);
        settings.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        settings.setProperty("org.quartz.jobStore.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        // Without the lock a node may acquire a trigger that another fired since it looked, and fire that tick again.
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        settings.setProperty(
                "org.quartz.jobStore.clusterCheckinInterval",
                Long.toString(pace.checkIn().toMillis()));
        settings.setProperty(
                "org.quartz.jobStore.misfireThreshold",
                Long.toString(pace.lateAfter().toMillis()));
        return settings;
    }
}
