package org.tocsin.app;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.tocsin.collect.RunCause;
import org.tocsin.figure.SourceId;
import org.tocsin.pipeline.RunSummary;

/** {@code collect SOURCE config.yml [--since DATE]}: one run in the foreground. */
final class CollectCommand extends ConfiguredStep {
    CollectCommand(PrintStream out) {
        super("collect", "Collects one source once and says what came of it", out);
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("source").help("one of the configured sources, for example fts");
        super.configure(parser);
        parser.addArgument("--since").help("first day to ask for, YYYY-MM-DD");
    }

    @Override
    void run(Building building, Namespace arguments) {
        Optional<LocalDate> since =
                Optional.ofNullable(arguments.getString("since")).map(LocalDate::parse);
        SourceId source = new SourceId(arguments.getString("source"));
        RunSummary summary = building.wiring().steps.collect().run(source, RunCause.HAND, since);
        out.println(summary);
        if (summary.failed()) {
            throw new IllegalStateException("the run failed, see the line above");
        }
    }
}
