package org.tocsin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tocsin.detect.InvalidRuleException;
import org.tocsin.detect.Rule;

/**
 * Counts how well rules find labelled escalations, beside what other implementations reached on the same series.
 *
 * <p>{@code QualityBench [--data DIRECTORY] [--rules FILE] [--neighbours FILE]}: a file with a rule or a list of rules, without it the
 * shipped ones; how the first rule for monthly deaths may vary.
 */
public final class QualityBench {
    private static final String DATA = "../shared/reference/detection/benchmark";
    private static final int NO_DATA = 2;
    private static final int TIMES = 100;
    private static final int PARTS = 5;

    private final Path data;

    private QualityBench(Path data) {
        this.data = data;
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(option(args, "--data", DATA));
        if (!Files.isDirectory(data)) {
            System.err.println("no labelled escalations at "
                    + data.toAbsolutePath().normalize()
                    + ": name the directory with the benchmark's CSV files by --data");
            System.exit(NO_DATA);
        }
        try {
            new QualityBench(data).run(option(args, "--rules", ""), option(args, "--neighbours", ""));
        } catch (InvalidRuleException e) {
            System.err.println("a rule that cannot be used: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(String file, String neighbours) throws IOException {
        List<Rule> rules = file.isEmpty() ? RuleList.shipped() : RuleList.read(Files.readString(Path.of(file)));
        for (Benchmark benchmark : Benchmark.values()) {
            table(benchmark, rules.stream().filter(benchmark::isFor).toList());
        }
        if (file.isEmpty() || !neighbours.isEmpty()) {
            try (InputStream variations =
                    neighbours.isEmpty() ? resource("neighbours.yml") : Files.newInputStream(Path.of(neighbours))) {
                around(rules, variations);
            }
        }
    }

    private void table(Benchmark benchmark, List<Rule> rules) throws IOException {
        List<Labelled> series = LabelledSet.read(benchmark, data);
        List<OutsideRow> outside = new ArrayList<>(OutsideRow.read(benchmark, data));
        outside.sort(Comparator.comparingDouble(OutsideRow::order).reversed());
        System.out.printf(Locale.ROOT, "%n%s: %d series%n%s%n", benchmark.file(), series.size(), QualityTable.HEAD);
        for (Rule rule : rules) {
            Scored scored = Scored.of(benchmark, rule, series);
            System.out.println(QualityTable.line("* " + rule.id(), scored.floor(), scored.raised()));
            System.out.println(QualityTable.line("*   as told", scored.floor(), scored.told()));
        }
        outside.forEach(row -> System.out.println(QualityTable.line(row)));
    }

    /** How much the outcome of the rule for monthly deaths hangs on its numbers, and on the countries. */
    private void around(List<Rule> rules, InputStream variations) throws IOException {
        Benchmark benchmark = Benchmark.CONFLICT_MONTHLY;
        List<Labelled> series = LabelledSet.read(benchmark, data);
        Rule rule = rules.stream()
                .filter(benchmark::isFor)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule for monthly deaths among the rules"));
        Aim aim = Aim.DEFAULT;
        List<List<Tally>> tallies = Neighbours.of(rule, variations).stream()
                .map(one -> Scored.each(benchmark, one, series))
                .toList();
        List<Tally> outcomes = tallies.stream().map(Scored::sum).toList();
        List<Tally> without = Scored.without(Scored.each(benchmark, rule, series));
        CrossValidation validation = new CrossValidation(tallies, aim);
        List<Tally> chosen = validation.repeated(TIMES, PARTS);
        print(rule.id() + ", without one country", without, aim);
        print(rule.id() + " and its neighbours", outcomes, aim);
        print("chosen on four fifths of the countries, scored on the fifth", chosen, aim);
        print("chosen on all countries but the one it is scored on", List.of(validation.leavingOneOut()), aim);
    }

    private static void print(String what, List<Tally> outcomes, Aim aim) {
        long reached = outcomes.stream().filter(aim::reachedBy).count();
        System.out.printf(
                Locale.ROOT,
                "%n%s:%n  %s%n  %d of %d reach %s%n",
                what,
                QualityTable.spread(outcomes),
                reached,
                outcomes.size(),
                aim);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(QualityBench.class.getResourceAsStream(name), name);
    }

    private static String option(String[] args, String name, String otherwise) {
        for (int index = 0; index + 1 < args.length; index++) {
            if (args[index].equals(name)) {
                return args[index + 1];
            }
        }
        return otherwise;
    }
}
