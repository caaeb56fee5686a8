package org.tocsin.bench;

import com.sun.management.GarbageCollectorMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Stream;

/**
 * The most memory that this process and its PostgreSQL took at once, while it is open: what was left of the heap after a collection, the
 * JVM's VmHWM as Linux keeps it, and of the server's processes the greatest sum of PSS, seen when looking twice a second. Elsewhere than
 * on Linux the last two are unknown, told as 0.
 */
final class Memory implements AutoCloseable {
    private static final Path SELF = Path.of("/proc/self");
    private static final String RESET_PEAK = "5";

    private static final List<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .toList();

    private final long postmaster;
    private final Timer looking = new Timer(true);
    private volatile long heapPeak;
    private volatile long ownPeak;
    private volatile long serverPeak;

    Memory(long postmaster) throws IOException {
        this.postmaster = postmaster;
        if (Files.exists(SELF)) {
            Files.writeString(SELF.resolve("clear_refs"), RESET_PEAK);
        }
        looking.schedule(new Look(), 0, 500);
    }

    /** Bytes of the heap that were in use right after a collection. */
    long heapPeak() {
        return heapPeak;
    }

    /** Bytes. */
    long ownPeak() {
        return ownPeak;
    }

    /** Bytes; pages that several processes share are counted once. */
    long serverPeak() {
        return serverPeak;
    }

    private void look() {
        heapPeak = Math.max(heapPeak, afterCollection());
        if (Files.exists(SELF)) {
            lookAtProcesses();
        }
    }

    private static long afterCollection() {
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .mapToLong(last -> HEAP.stream()
                        .mapToLong(
                                pool -> last.getMemoryUsageAfterGc().get(pool).getUsed())
                        .sum())
                .max()
                .orElse(0);
    }

    private void lookAtProcesses() {
        ownPeak = kilobytes(SELF.resolve("status"), "VmHWM:") << 10;
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        long sum = Stream.concat(Stream.of(server), server.descendants())
                .mapToLong(each -> kilobytes(Path.of("/proc", Long.toString(each.pid()), "smaps_rollup"), "Pss:"))
                .sum();
        serverPeak = Math.max(serverPeak, sum << 10);
    }

    /** A process that is gone takes none. */
    private static long kilobytes(Path file, String name) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            return 0;
        }
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    @Override
    public void close() {
        looking.cancel();
    }

    private final class Look extends TimerTask {
        @Override
        public void run() {
            look();
        }
    }
}
