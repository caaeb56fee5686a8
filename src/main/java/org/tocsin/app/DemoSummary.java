package org.tocsin.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.alert.DecisionEntry;
import org.tocsin.alert.DecisionFilter;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Countries;

/** What the replay did, counted at its end. */
final class DemoSummary {
    private static final int MANY = 10_000;

    private final Building building;
    private final PrintStream out;

    DemoSummary(Building building, PrintStream out) {
        this.building = building;
        this.out = out;
    }

    void print(int figures, DemoTerminal terminal, DemoReceiver receiver, DemoDirectory directory) throws IOException {
        Map<String, Long> reasons = reasons();
        out.println();
        out.println("Summary");
        out.println("  figures merged: " + figures);
        out.println("  evaluations: "
                + reasons.values().stream().mapToLong(Long::longValue).sum());
        out.println("  decisions by reason: " + reasons);
        keptQuiet().forEach(line -> out.println("  " + line));
        changes().forEach(line -> out.println("  " + line));
        out.println("  alerts by crisis or country: " + terminal.byScope());
        DemoQuiet.lines(terminal.opened()).forEach(line -> out.println("  " + line));
        out.println("  mails as files: " + mails(directory.mail()) + " in " + directory.mail());
        out.println("  webhooks received with a signature that holds: " + receiver.verified() + ", refused: "
                + receiver.refused());
    }

    private Map<String, Long> reasons() {
        return building.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select reason, count(*) as n from decision group by reason order by reason")
                        .reduceRows(new LinkedHashMap<>(), (counts, row) -> {
                            counts.put(row.getColumn("reason", String.class), row.getColumn("n", Long.class));
                            return counts;
                        }));
    }

    /** Deaths in statements that were kept quiet because they are few: silence is explained too. */
    private List<String> keptQuiet() {
        return building
                .wiring()
                .stores
                .watched()
                .decisions()
                .list(new DecisionFilter(false, "killed-statement", null), null, MANY)
                .stream()
                .filter(entry -> entry.reason() == Reason.BELOW_FLOOR)
                .map(DemoSummary::quiet)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> changes() {
        return building
                .wiring()
                .stores
                .reported()
                .changes()
                .list(Countries.codes(), building.knowledge().instant())
                .stream()
                .map(said -> "told in percent: " + said.subject().place().country() + " "
                        + said.subject().population().code() + " "
                        + said.subject().metric().code() + " ("
                        + said.subject().cause().code() + ") "
                        + said.change().direction().code() + " "
                        + said.change().percent() + " % since " + said.change().since() + ", "
                        + said.saying().statedBy())
                .toList();
    }

    private static String quiet(DecisionEntry entry) {
        return "kept quiet: " + entry.watched().scope() + " " + entry.watched().rule() + " value "
                + entry.judgement().value() + " " + entry.reason().code();
    }

    private static long mails(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }
}
