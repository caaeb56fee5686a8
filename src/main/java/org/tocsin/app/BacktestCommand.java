package org.tocsin.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.crisis.Scoped;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Period;
import org.tocsin.pipeline.Rehearsed;

/** {@code backtest --rule FILE [--crisis ID] [--country ISO3] --from D --to D config.yml}: what a rule would have done, as a table. */
final class BacktestCommand extends ConfiguredStep {
    private static final String ROW = "%-10s  %-16s  %-12s  %-8s  %-21s  %14s  %14s  %s%n";

    private final PrintStream progress;

    BacktestCommand(PrintStream out, PrintStream progress) {
        super("backtest", "Rehearses a rule on what was known at each day, and prints what it would have told", out);
        this.progress = progress;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("--rule").required(true).help("a file with one rule, YAML or JSON");
        parser.addArgument("--crisis").action(Arguments.append()).help("all that the rule watches if left out");
        parser.addArgument("--country").action(Arguments.append()).help("beside --crisis, as a scope of its own");
        parser.addArgument("--from").required(true).help("first day, YYYY-MM-DD");
        parser.addArgument("--to").required(true).help("last day, YYYY-MM-DD");
        super.configure(parser);
    }

    @Override
    void run(Building building, Namespace arguments) throws Exception {
        Rule rule = RuleFile.read(Files.readString(Path.of(arguments.getString("rule"))));
        Period days =
                new Period(LocalDate.parse(arguments.getString("from")), LocalDate.parse(arguments.getString("to")));
        List<String> scopes = Stream.concat(
                        scopes(arguments, "crisis", Scoped.CRISIS), scopes(arguments, "country", Scoped.COUNTRY))
                .toList();
        Rehearsed rehearsed = building.wiring().preview.run(rule, days, scopes, this::show);
        print(rehearsed);
    }

    private static Stream<String> scopes(Namespace arguments, String name, String kind) {
        List<String> given = arguments.getList(name);
        return given == null ? Stream.of() : given.stream().map(kind::concat);
    }

    private void show(double share) {
        progress.printf(Locale.ROOT, "\rrehearsed %3.0f %%%s", share * 100, share < 1 ? "" : System.lineSeparator());
        progress.flush();
    }

    private void print(Rehearsed rehearsed) {
        out.printf(ROW, "known on", "scope", "what", "level", "window", "value", "threshold", "source");
        for (Rehearsed.Event event : rehearsed.events()) {
            out.printf(
                    ROW,
                    LocalDate.ofInstant(event.at(), ZoneOffset.UTC),
                    event.scope(),
                    event.kind().code(),
                    event.level().code(),
                    event.window().start() + " " + event.window().end(),
                    event.judgement().value(),
                    event.judgement().threshold(),
                    event.line().attribution().source());
        }
        out.printf(
                "%d scopes, %d evaluations %s, %d alerts opened%s, %d messages%n",
                rehearsed.scopes(),
                rehearsed.evaluations(),
                rehearsed.reasons(),
                rehearsed.episodes(),
                rehearsed
                        .returnPeriodDays()
                        .map(each -> ", one in " + each + " days for each scope")
                        .orElse(""),
                rehearsed.messages());
    }
}
